import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { AuditFilter, AuditPage, AuditVerification } from "@/lib/contracts/audit";
import { auditAddress } from "./audit-address";
import { AuditFilters } from "./audit-filters";
import { AuditTable } from "./audit-table";
import { ChainVerdict } from "./chain-verdict";

type AuditViewProps = {
  readonly page: AuditPage;
  readonly filter: AuditFilter;
  readonly actions: readonly string[];
  /** Null when it was not asked for. */
  readonly verification: AuditVerification | null;
  readonly timeZone: string;
};

export function AuditView({ page, filter, actions, verification, timeZone }: AuditViewProps) {
  return (
    <Section
      title="Events"
      hint={`Newest first. Days and times are those of ${timeZone}.`}
      aside={<ButtonLink href={auditAddress(filter, { verify: true })}>Verify the chain</ButtonLink>}
    >
      {verification !== null && (
        <div className="mb-4">
          <ChainVerdict verification={verification} />
        </div>
      )}
      <AuditFilters filter={filter} actions={actions} />
      {page.items.length === 0 ? (
        <EmptyState title="No events" action={<ButtonLink href="/settings/audit">Show everything</ButtonLink>}>
          Nothing in the trail fits these filters.
        </EmptyState>
      ) : (
        <AuditTable events={page.items} timeZone={timeZone} />
      )}
      {page.nextCursor !== null && (
        <p className="mt-4">
          <ButtonLink href={auditAddress(filter, { cursor: page.nextCursor })}>Older events</ButtonLink>
        </p>
      )}
    </Section>
  );
}
