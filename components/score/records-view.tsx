import type { Route } from "next";
import { recordsWords } from "@/components/define/metric-words";
import { formatDate, formatPeriod } from "@/components/format/date";
import { formatMetricValueFull } from "@/components/format/metric-value";
import { formatMoneyToTheLast, isFinerThanItsCurrency } from "@/components/format/money";
import { formatCount, formatNumber } from "@/components/format/number";
import type { RecordsSide } from "@/components/shell/routes";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { Evidence, RecordPart } from "@/lib/contracts/scorecard";
import { MetricUnit } from "@/lib/domain/define/metric";
import { recordPartWords } from "./data-words";
import { RecordsTable } from "./records-table";

type RecordsViewProps = {
  readonly evidence: Evidence;
  readonly back: { readonly href: Route; readonly label: string };
  readonly href: (side: RecordsSide, page: number) => Route;
  readonly importHref?: (batch: number) => Route;
};

/** The records behind one number: those counted and those left out, each with its reason. */
export function RecordsView({ evidence, back, href, importHref }: RecordsViewProps) {
  const { metric, counts, side, totals, quantity } = evidence;
  const isObserved = evidence.records.some(({ kind }) => kind === "observation"); // values such as percents do not add up to anything
  const isCompared = totals.some(({ part }) => part !== null); // the quantities of two parts do not add up to anything either
  const isFine = [...totals, ...evidence.records].some(
    ({ amountE4, currency: of }) => amountE4 !== null && of !== null && isFinerThanItsCurrency(amountE4, of),
  );
  const unit = MetricUnit.catch("number").parse(metric.unit);
  return (
    <>
      <PageHeader
        back={back}
        title={metric.name}
        lead={`${evidence.partner.name}, as of ${formatDate(evidence.run.asOf)}. ${recordsWords(metric.source)} ${metric.from !== null && metric.until !== null ? `Counts ${formatPeriod(metric.from, metric.until)}.` : ""}`}
      />
      <Tabs
        label="Records"
        tabs={[
          { label: "Counted", href: href("counted", 1), current: side === "counted", count: formatCount(counts.counted) },
          { label: "Left out", href: href("left_out", 1), current: side === "left_out", count: formatCount(counts.leftOut) },
        ]}
      />
      <div className="mb-6">
        <KeyFigures
          figures={[
            { label: "The metric", value: metric.value === null ? "No data" : formatMetricValueFull(metric.value, unit, metric.currency) },
            ...totals.map((total) => ({
              label: `${sumWords(total.part, totals)}, ${total.currency}`,
              value: formatMoneyToTheLast(total.amountE4, total.currency),
            })),
            ...(quantity === null || isObserved || isCompared ? [] : [{ label: "Quantity of these records", value: formatNumber(quantity) }]),
          ]}
        />
        {isFine && (
          <p className="mt-2 max-w-2xl text-sm text-muted">
            Amounts with more than two decimals were imported so, for example as prices after a discount. They are kept to the last digit: only so do
            the records add up to their sum.
          </p>
        )}
      </div>
      <p className="mb-3 hidden font-medium print:block">
        {side === "counted" ? "Records counted" : "Records left out"}: {formatCount(side === "counted" ? counts.counted : counts.leftOut)}
        {evidence.pages > 1 && `, part ${evidence.page} of ${evidence.pages}`}
      </p>
      {evidence.records.length === 0 ? (
        <EmptyState title={side === "counted" ? "No record counted" : "Nothing was left out"}>{emptyWords(evidence)}</EmptyState>
      ) : (
        <RecordsTable evidence={evidence} importHref={importHref} />
      )}
      <Pager label="Pages of the records" page={evidence.page} pages={evidence.pages} href={(page) => href(side, page)} />
    </>
  );
}

function sumWords(part: RecordPart | null, totals: Evidence["totals"]): string {
  if (part !== null) return recordPartWords(part);
  return totals.some((other) => other.part !== null) ? "Other days" : "Sum of these records";
}

function emptyWords({ side, counts }: Evidence): string {
  if (counts.counted + counts.leftOut === 0) return "No record of this kind has come with any import up to this run.";
  return side === "counted"
    ? "There was no record to count at this date; the other tab shows what was left out, and why."
    : "Every record of this kind counted.";
}
