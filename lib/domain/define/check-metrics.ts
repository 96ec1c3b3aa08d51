import type { MetricDefinition, MetricSource, SaleRate } from "./metric";
import { unitOf } from "./metric-unit";
import type { Program } from "./program";
import { error, type ProgramIssue } from "./program-issue";

/** Whether each metric has a key of its own, the unit that it is measured in, a window that it can be measured in, and whether what a ratio divides exists. */
export function checkMetrics({ metrics }: Program): ProgramIssue[] {
  return metrics.flatMap((metric, i) => {
    const path = `metrics.${metric.key}`;
    const issues: ProgramIssue[] = [];
    if (metrics.findIndex(({ key }) => key === metric.key) !== i)
      issues.push(error(path, { code: "duplicate_key", what: "metric", key: metric.key }));
    const expected = unitOf(metric.source);
    if (expected !== null && expected !== metric.unit) {
      issues.push(error(path, { code: "unit_mismatch", metric: metric.key, unit: metric.unit, expected }));
    }
    return [...issues, ...checkWindow(metric, path), ...checkParts(metric, metrics, path), ...checkRates(metric.source, path)];
  });
}

/** A lifetime has no period before it to grow from, and no length to divide by. */
function checkWindow({ key, source }: MetricDefinition, path: string): ProgramIssue[] {
  if (!("window" in source) || source.window.kind !== "lifetime") return [];
  if (source.kind === "posGrowth") return [error(path, { code: "growth_without_prior", metric: key })];
  return source.kind === "posVelocity" ? [error(path, { code: "velocity_without_length", metric: key })] : [];
}

function checkParts({ key, source }: MetricDefinition, metrics: Program["metrics"], path: string): ProgramIssue[] {
  if (source.kind !== "ratio") return [];
  return [source.numerator, source.denominator].flatMap((part) => {
    const found = metrics.find((metric) => metric.key === part);
    if (found === undefined) return [error(path, { code: "unknown_metric", metric: part })];
    return found.source.kind === "ratio" ? [error(path, { code: "ratio_of_ratio", metric: key, part })] : [];
  });
}

function checkRates(source: MetricSource, path: string): ProgramIssue[] {
  const rates = source.kind === "posRevenue" ? (source.rates ?? []) : [];
  const [first, ...others] = rates;
  if (first === undefined) return [];
  const begins = first.from === null ? [] : [error(path, { code: "rates_without_beginning", from: first.from })];
  return [...begins, ...others.flatMap((rate, i) => checkOrder(rate, rates[i], path))];
}

function checkOrder({ from }: SaleRate, before: SaleRate | undefined, path: string): ProgramIssue[] {
  const follows = from !== null && (before?.from == null || before.from < from);
  return follows ? [] : [error(path, { code: "rates_not_in_order", from })];
}
