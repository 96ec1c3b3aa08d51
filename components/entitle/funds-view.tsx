import { formatDate, formatFiscalPeriod, formatPeriod } from "@/components/format/date";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { FundList } from "@/lib/contracts/fund";
import { EntitleTabs } from "./entitle-tabs";
import { FundTable } from "./fund-table";
import { ProposeFundForm } from "./propose-fund-form";

/** The budgets of the periods, and a new one. */
export function FundsView({ items, start, mayAllocate }: FundList) {
  return (
    <>
      <PageHeader title="Entitle" lead="Budgets of the periods, and who is allocated what of them." />
      <EntitleTabs current="funds" />
      {mayAllocate && start !== null && <SetBudget start={start} />}
      {items.length === 0 ? (
        <Nothing start={start} mayAllocate={mayAllocate} />
      ) : (
        <Section title="Funds">
          <FundTable funds={items} />
        </Section>
      )}
    </>
  );
}

function SetBudget({ start }: { readonly start: NonNullable<FundList["start"]> }) {
  const open = start.benefits
    .filter(({ periods }) => periods.length > 0)
    .map(({ periods, ...benefit }) => ({
      ...benefit,
      periods: periods.map((period) => ({ from: period.from, label: `${formatFiscalPeriod(period)}: ${formatPeriod(period.from, period.until)}` })),
    }));
  if (open.length === 0) return null;
  return (
    <Section
      title="Set a budget"
      hint={`The allocation is proposed from run ${start.run}, as of ${formatDate(start.asOf)}, by the rule of version ${start.version} of ${start.program}. Nothing is final before another person approves it.`}
    >
      <ProposeFundForm benefits={open} currency={start.currency} />
    </Section>
  );
}

function Nothing({ start, mayAllocate }: Omit<FundList, "items">) {
  if (start === null) {
    return (
      <EmptyState title="No run has been published yet" action={<ButtonLink href="/score/runs">Go to the runs</ButtonLink>}>
        A fund follows from the tiers, scores and revenue of a published run.
      </EmptyState>
    );
  }
  if (start.benefits.length === 0) {
    return (
      <EmptyState title="This version shares no funds" action={<ButtonLink href="/define">The program</ButtonLink>}>
        How a budget becomes allocations is part of the program document, <code className="text-xs">funds</code>. It takes effect with the version
        that states it.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No fund yet">
      {mayAllocate ? "Set a budget above to see who would get what of it." : "Finance sets the first budget."}
    </EmptyState>
  );
}
