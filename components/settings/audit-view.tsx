import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { AuditFilter, AuditPage, AuditVerification } from "@/lib/contracts/audit";
import type { Organization } from "@/lib/contracts/session";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { auditAddress } from "./audit-address";
import { AuditFilters } from "./audit-filters";
import { auditRanges } from "./audit-ranges";
import { AuditTable } from "./audit-table";
import { ChainVerdict } from "./chain-verdict";

type AuditViewProps = {
  readonly page: AuditPage;
  readonly filter: AuditFilter;
  readonly actions: readonly string[];
  /** Null when it was not asked for. */
  readonly verification: AuditVerification | null;
  readonly organization: Organization;
  readonly today: IsoDate;
};

export function AuditView({ page, filter, actions, verification, organization, today }: AuditViewProps) {
  const { timeZone } = organization;
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
      <ul aria-label="Ranges" className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
        {auditRanges(today, organization).map(({ label, from }) => (
          <li key={label}>
            <TextLink href={auditAddress({ ...filter, from, until: today })}>{label}</TextLink>
          </li>
        ))}
      </ul>
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
