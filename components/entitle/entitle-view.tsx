import { formatDate } from "@/components/format/date";
import { programVersionPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { EntitlementOverview } from "@/lib/contracts/entitlement-overview";
import { EntitleTabs } from "./entitle-tabs";
import { EntitlementMatrix } from "./entitlement-matrix";
import { PERIODS } from "./grant-words";
import { PromisedTable } from "./promised-table";

/** What the tiers are granted, and what that promises to the partners in them. */
export function EntitleView({ overview }: { readonly overview: EntitlementOverview }) {
  const { run, document, promised } = overview;
  return (
    <>
      <PageHeader
        title="Entitle"
        lead={`What the tiers of run ${run.number} are granted, as of ${formatDate(run.asOf)}, by version ${run.program.version} of ${run.program.name}.`}
        actions={<ButtonLink href={programVersionPath(run.program.key, run.program.version)}>The program</ButtonLink>}
      />
      <EntitleTabs current="entitlements" />
      {document.entitlements === undefined ? (
        <EmptyState title="This version grants nothing">
          A catalogue of benefits and what each tier is granted of them are part of the program document,{" "}
          <code className="text-xs">entitlements</code>. They take effect with the version that states them.
        </EmptyState>
      ) : (
        <>
          {promised.map((promise) => (
            <Section
              key={promise.benefit}
              title={`${promise.name}, ${PERIODS[promise.per]}`}
              hint={`What the matrix promises the partners that are in each tier, in ${document.currency}.`}
            >
              <PromisedTable promise={promise} run={run} currency={document.currency} />
            </Section>
          ))}
          <Section title="Entitlements" hint="What each tier is granted. Every cell is stated; a dash grants nothing.">
            <EntitlementMatrix program={document} entitlements={document.entitlements} />
          </Section>
        </>
      )}
    </>
  );
}
