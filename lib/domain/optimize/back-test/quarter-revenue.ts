import type { MetricDefinition } from "../../define/metric";
import type { Program } from "../../define/program";
import { revenueMetric } from "../revenue-metric";

/**
 * What the program counts as a partner's revenue, of one fiscal quarter: whatever the metric's own window, and at full value, since a rate that
 * changes would look like growth. Null where it is not made of sales, of which alone none in a quarter means nothing sold.
 */
export function quarterRevenue(program: Pick<Program, "funds" | "metrics">): MetricDefinition | null {
  const revenue = program.metrics.find(({ key }) => key === revenueMetric(program)?.key);
  if (revenue === undefined || revenue.source.kind !== "posRevenue") return null;
  const { rates: _, ...source } = revenue.source;
  return { ...revenue, source: { ...source, window: { kind: "fiscalQuarterToDate" } } };
}
