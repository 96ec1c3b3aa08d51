import { formatDate, formatFiscalPeriod, formatMoment, formatPeriod } from "@/components/format/date";
import { formatMinor } from "@/components/format/money";
import { counted, formatCount, formatShare } from "@/components/format/number";
import { runPath } from "@/components/shell/routes";
import { ButtonLink, DownloadLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { FUND_CHANGES_SHOWN, type FundPage, type FundPageQuery } from "@/lib/contracts/fund";
import type { RunPage } from "@/lib/contracts/run";
import { AllocationTable } from "./allocation-table";
import { CompareWithRun } from "./compare-with-run";
import { FundActions } from "./fund-actions";
import { clearedFundAddress, fundAddress, fundExportAddress, fundFilterCount } from "./fund-address";
import { FundChanges } from "./fund-changes";
import { FundFilters } from "./fund-filters";
import { FundRuleTable } from "./fund-rule-table";
import { FundStatus } from "./fund-status";

type FundViewProps = { readonly page: FundPage; readonly query: FundPageQuery; readonly runs: RunPage["items"] };

/** A budget, who is allocated what of it, by which rule, and what was done to it. */
export function FundView({ page, query, runs }: FundViewProps) {
  const { fund, totals, tiers } = page;
  const money = (amount: typeof fund.budget) => formatMinor(amount, fund.currency);
  const narrowed = fundFilterCount(query) > 0;
  return (
    <>
      <PageHeader
        back={{ href: "/entitle/funds", label: "Funds" }}
        title={
          <span className="inline-flex flex-wrap items-center gap-3">
            {fund.benefit.name}, {formatFiscalPeriod(fund.period)} <FundStatus status={fund.status} />
          </span>
        }
        lead={
          <>
            {formatPeriod(fund.period.from, fund.period.until)}. It follows from{" "}
            <TextLink href={runPath(fund.run.number)}>
              run {fund.run.number}, as of {formatDate(fund.run.asOf)}
            </TextLink>
            , by version {fund.program.version} of {fund.program.name}.
          </>
        }
        actions={<FundActions fund={fund} may={page.may} />}
      />
      <Notices page={page} />
      <KeyFigures
        figures={[
          { label: "Budget", value: money(fund.budget) },
          { label: "Allocated", value: money(fund.allocated), note: `to ${counted(fund.partners, "partner")}` },
          { label: "Unallocated", value: money(fund.unallocated), note: shareNote(fund.unallocated, fund.budget) },
          {
            label: "Adjusted",
            value: formatCount(fund.adjusted),
            note: "each with a reason",
            ...(fund.adjusted > 0 && { href: fundAddress({ fund: fund.number, sort: "amount", direction: "desc", page: 1 }, { adjusted: true }) }),
          },
        ]}
      />
      <div className="mt-10">
        <Section
          title="Allocations"
          hint={
            page.previous === null
              ? `No fund for ${fund.benefit.name} was approved before this period, so there is no change to show.`
              : `“Change” is against ${formatFiscalPeriod(page.previous.period)}, as it was approved.`
          }
          aside={
            <span className="flex gap-2">
              <DownloadLink href={fundExportAddress(query, "csv")}>Export CSV</DownloadLink>
              <DownloadLink href={fundExportAddress(query, "xlsx")}>Export XLSX</DownloadLink>
            </span>
          }
        >
          <FundFilters query={query} choices={page.choices} />
          <p role="status" className="mt-4 mb-2 text-sm text-muted tabular-nums">
            {counted(totals.partners, "partner")}
            {narrowed && ` of ${formatCount(fund.partners)}`}, {money(totals.amount)}
            {narrowed && (
              <>
                {" · "}
                <span className="print:hidden">
                  <TextLink href={clearedFundAddress(query)}>Clear filters</TextLink>
                </span>
              </>
            )}
          </p>
          {page.rows.length === 0 ? (
            <EmptyState title="No allocation matches" action={<ButtonLink href={clearedFundAddress(query)}>Clear filters</ButtonLink>}>
              {narrowed ? "Nothing in this fund fits all the filters at once." : "No partner takes part in this fund."}
            </EmptyState>
          ) : (
            <AllocationTable page={page} query={query} />
          )}
          <Pager label="Pages of the allocations" page={page.page} pages={page.pages} href={(to) => fundAddress(query, { page: to })} />
        </Section>
        <Section
          title="The rule"
          hint={`Each partner gets the base of its tier. What the bases leave of the budget is shared in proportion to score × ${page.revenueName}, at one rate for all, within floor and cap. Parts of a cent go by largest remainder, ties by partner code.`}
        >
          <FundRuleTable tiers={tiers} currency={fund.currency} />
        </Section>
        <Section
          title="What another run would move"
          hint="The same budget by another run, such as one of a draft program: before and after, by tier. Nothing is stored."
        >
          <CompareWithRun fund={fund.number} runs={runs.filter(({ number, status }) => number !== fund.run.number && status !== "discarded")} />
        </Section>
        <Section
          title="History"
          hint={page.changes.length === FUND_CHANGES_SHOWN ? `The latest ${FUND_CHANGES_SHOWN}; the audit trail has all.` : undefined}
        >
          <FundChanges changes={page.changes} currency={fund.currency} />
        </Section>
      </div>
    </>
  );
}

function Notices({ page: { fund, newerRun, may } }: Pick<FundViewProps, "page">) {
  if (fund.status === "draft" && newerRun !== null) {
    return (
      <div className="mb-6">
        <Notice tone="warn" title={`Run ${newerRun.number}, as of ${formatDate(newerRun.asOf)}, was published after this was proposed`}>
          To follow it, change the budget, to the same amount if you like: the allocations are proposed anew.
        </Notice>
      </div>
    );
  }
  if (fund.status === "submitted") {
    return (
      <div className="mb-6">
        <Notice tone="info" title={`Submitted by ${fund.submittedBy}, ${formatMoment(fund.submittedAt ?? fund.createdAt)}`}>
          {may.approve === "own" ? "You prepared it, so another person must approve it." : "It waits for somebody who did not prepare it."}
        </Notice>
      </div>
    );
  }
  if (fund.status === "approved") {
    return (
      <p className="mb-6 text-sm text-muted">
        Approved by {fund.approvedBy}, {formatMoment(fund.approvedAt ?? fund.createdAt)}. Nothing in it changes any more.
      </p>
    );
  }
  return fund.status === "discarded" ? (
    <div className="mb-6">
      <Notice tone="warn" title="This fund was discarded" action={<ButtonLink href="/entitle/funds">The funds</ButtonLink>} />
    </div>
  ) : null;
}

function shareNote(part: number, whole: number): string {
  return whole === 0 ? "of nothing" : `${formatShare(part / whole, 1)} of the budget`;
}
