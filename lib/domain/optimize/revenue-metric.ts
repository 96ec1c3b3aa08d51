import type { MetricDefinition } from "../define/metric";
import type { Program } from "../define/program";
import type { Population } from "../score/population";

/** The metric that stands for a partner's revenue, and how many times it makes a year. */
export type RevenueMetric = { readonly key: string; readonly timesAYear: number };

/** Major units by row. */
export type YearlyRevenue = { readonly column: Float64Array; readonly timesAYear: number };

const MONTHS_A_YEAR = 12;

/** What the program's first fund counts as revenue, or else its first POS revenue that is not narrowed; null where it measures none. */
export function revenueMetric({ funds, metrics }: Pick<Program, "funds" | "metrics">): RevenueMetric | null {
  const named = metrics.find(({ key }) => key === funds?.[0]?.revenue);
  const found = named ?? metrics.find(({ source }) => source.kind === "posRevenue" && source.filter === undefined && source.rates === undefined);
  return found === undefined ? null : { key: found.key, timesAYear: timesAYear(found) };
}

/** Of months that trail. What is counted from the beginning of a year or quarter is taken as it is: how much of it is over, only the day tells. */
function timesAYear({ source }: MetricDefinition): number {
  return "window" in source && source.window.kind === "trailingMonths" ? MONTHS_A_YEAR / source.window.months : 1;
}

/** Revenue of every partner as a whole, and how many times it makes a year; NaN without data, null where the program measures none. */
export function yearlyRevenue(program: Program, { partners, readings: [own] }: Population): YearlyRevenue | null {
  const revenue = revenueMetric(program);
  if (revenue === null) return null;
  // Where regions are read apart, a partner's own reading is that of nobody.
  const isWhole = own !== undefined && own.measured === null;
  const column = isWhole ? own.table.column(revenue.key) : Float64Array.from(partners, ({ metrics }) => metrics[revenue.key]?.value ?? Number.NaN);
  return { column, timesAYear: revenue.timesAYear };
}
