import { formatDate, formatFiscalPeriod, formatPeriod } from "@/components/format/date";
import { formatMinor } from "@/components/format/money";
import { formatCount } from "@/components/format/number";
import { fundPath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Fund, FundList } from "@/lib/contracts/fund";
import { EntitleTabs } from "./entitle-tabs";
import { FundStatus } from "./fund-status";
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

function FundTable({ funds }: { readonly funds: readonly Fund[] }) {
  return (
    <Table caption="Funds">
      <thead>
        <tr>
          <HeadCell>Period</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell numeric wideOnly>
            Partners
          </HeadCell>
          <HeadCell numeric>Budget</HeadCell>
          <HeadCell numeric wideOnly>
            Allocated
          </HeadCell>
          <HeadCell numeric wideOnly>
            Unallocated
          </HeadCell>
          <HeadCell wideOnly="xl">Prepared by</HeadCell>
          <HeadCell wideOnly="xl">Approved by</HeadCell>
        </tr>
      </thead>
      <tbody>
        {funds.map((fund) => (
          <Row key={fund.number}>
            <Cell header>
              <TextLink strong href={fundPath(fund.number)}>
                {fund.benefit.name}, {formatFiscalPeriod(fund.period)}
              </TextLink>
              <span className="block text-xs text-muted">{formatPeriod(fund.period.from, fund.period.until)}</span>
              <NarrowLine>{formatMinor(fund.unallocated, fund.currency)} unallocated</NarrowLine>
            </Cell>
            <Cell>
              <FundStatus status={fund.status} />
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(fund.partners)}
            </Cell>
            <Cell numeric>{formatMinor(fund.budget, fund.currency)}</Cell>
            <Cell numeric wideOnly>
              {formatMinor(fund.allocated, fund.currency)}
            </Cell>
            <Cell numeric wideOnly>
              {formatMinor(fund.unallocated, fund.currency)}
            </Cell>
            <Cell muted wideOnly="xl">
              {fund.submittedBy ?? fund.createdBy}
            </Cell>
            <Cell muted wideOnly="xl">
              {fund.approvedBy ?? "–"}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
