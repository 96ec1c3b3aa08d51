import type { Metadata } from "next";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { readUsersAddress } from "@/components/settings/users-address";
import { UsersView } from "@/components/settings/users-view";
import type { SearchParams } from "@/components/shell/search-params";
import { requireActor } from "@/lib/auth/session";
import { forPage } from "@/lib/http/page";
import { getMe } from "@/lib/services/settings/get-me";
import { listInvitations } from "@/lib/services/settings/list-invitations";
import { listUsers } from "@/lib/services/settings/list-users";

export const metadata: Metadata = { title: "Users" };

type UsersPageProps = { readonly searchParams: Promise<SearchParams> };

export default async function UsersPage({ searchParams }: UsersPageProps) {
  const actor = await requireActor();
  const query = readUsersAddress(await searchParams);
  const users = await forPage(listUsers(actor, query));
  const { items: invitations } = await forPage(listInvitations(actor, {}));
  const me = await forPage(getMe(actor, {}));
  return (
    <SettingsFrame
      current="users"
      permissions={me.permissions}
      lead="Who can sign in, and what each may do. A right that is taken away is gone at once."
    >
      <UsersView users={users} query={query} invitations={invitations} />
    </SettingsFrame>
  );
}
