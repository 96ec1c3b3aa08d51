import type { Route } from "next";
import { formatDate, formatPeriod } from "@/components/format/date";
import { formatMetricValueFull } from "@/components/format/metric-value";
import { exactDecimals, formatMoneyExact } from "@/components/format/money";
import { formatCount, formatNumber } from "@/components/format/number";
import type { RecordsSide } from "@/components/shell/routes";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { Evidence } from "@/lib/contracts/scorecard";
import { MetricUnit } from "@/lib/domain/define/metric";
import { RecordsTable } from "./records-table";

type RecordsViewProps = {
  readonly evidence: Evidence;
  readonly currency: string;
  readonly back: { readonly href: Route; readonly label: string };
  readonly href: (side: RecordsSide, page: number) => Route;
};

/** The records behind one number: those counted and those left out, each with its reason. */
export function RecordsView({ evidence, currency, back, href }: RecordsViewProps) {
  const { metric, counts, side, totals, quantity } = evidence;
  const unit = MetricUnit.catch("number").parse(metric.unit);
  return (
    <>
      <PageHeader
        back={back}
        title={metric.name}
        lead={`${evidence.partner.name}, as of ${formatDate(evidence.run.asOf)}. ${metric.from !== null && metric.until !== null ? `Counts ${formatPeriod(metric.from, metric.until)}.` : "Counts what is valid at that date."}`}
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
            { label: "The metric", value: metric.value === null ? "No data" : formatMetricValueFull(metric.value, unit, currency) },
            ...totals.map((total) => ({
              label: `Sum of these records, ${total.currency}`,
              value: formatMoneyExact(total.amountE4, total.currency, exactDecimals([total.amountE4], total.currency)),
            })),
            ...(quantity === null ? [] : [{ label: "Quantity of these records", value: formatNumber(quantity) }]),
          ]}
        />
      </div>
      {evidence.records.length === 0 ? (
        <EmptyState title={side === "counted" ? "No record counted" : "Nothing was left out"}>
          {side === "counted"
            ? "There was no record to count at this date; the other tab shows what was left out, and why."
            : "Every record of this kind counted."}
        </EmptyState>
      ) : (
        <RecordsTable evidence={evidence} />
      )}
      <Pager label="Pages of the records" page={evidence.page} pages={evidence.pages} href={(page) => href(side, page)} />
    </>
  );
}
