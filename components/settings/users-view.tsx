import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { CONTROL } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Section } from "@/components/ui/section";
import type { Invitation, UserPage } from "@/lib/contracts/user";
import { InvitationsTable } from "./invitations-table";
import { InviteForm } from "./invite-form";
import { type UsersAddress, usersAddress } from "./users-address";
import { UsersTable } from "./users-table";

type UsersViewProps = { readonly users: UserPage; readonly query: UsersAddress; readonly invitations: readonly Invitation[] };

export function UsersView({ users, query, invitations }: UsersViewProps) {
  return (
    <>
      <Section title="Invite somebody" hint="They choose their own name and password. Partner users see their own partner only.">
        <InviteForm />
      </Section>
      <Section title="People">
        <FilterForm action="/settings/users" label="Filter people">
          <div key={JSON.stringify(query)} className="mb-3 flex flex-wrap items-center gap-2">
            <input
              type="search"
              name="search"
              defaultValue={query.search}
              placeholder="Search name or e-mail"
              aria-label="Search name or e-mail"
              className={`${CONTROL} sm:w-52!`}
            />
            <select
              name="state"
              aria-label="State"
              defaultValue={query.state === "removed" ? "removed" : ""}
              className={`${CONTROL} field-sizing-content w-auto! max-sm:grow`}
            >
              <option value="">Can sign in</option>
              <option value="removed">Removed</option>
            </select>
            <Button type="submit">Apply</Button>
          </div>
        </FilterForm>
        {users.items.length === 0 ? (
          <EmptyState title="Nobody here">
            {query.state === "removed" ? "Nobody was removed." : "No name or e-mail address holds these letters."}
          </EmptyState>
        ) : (
          <UsersTable users={users.items} />
        )}
        {users.nextCursor !== null && (
          <p className="mt-4">
            <ButtonLink href={usersAddress(query, users.nextCursor)}>More people</ButtonLink>
          </p>
        )}
      </Section>
      {invitations.length > 0 && (
        <Section title="Invitations" hint="The newest fifty.">
          <InvitationsTable invitations={invitations} />
        </Section>
      )}
    </>
  );
}
