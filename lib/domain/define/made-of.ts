import { canonicalJson } from "../shared/canonical-json";
import type { MetricDefinition } from "./metric";
import type { Program } from "./program";

type Measured = Pick<Program, "metrics">;

/**
 * The metrics that a metric is worked out from, so that it moves when they do: what a ratio divides; of growth and of revenue by the week
 * the revenue of the same sales. Empty for a metric that stands alone.
 */
export function madeOf({ key, source }: MetricDefinition, { metrics }: Measured): readonly MetricDefinition[] {
  switch (source.kind) {
    case "ratio":
      return [source.numerator, source.denominator].flatMap((part) =>
        metrics.filter((metric) => metric.key === part && metric.source.kind !== "ratio"),
      );
    case "posGrowth":
      return metrics.filter((metric) => metric.key !== key && isRevenueOf(metric, source)).slice(0, 1);
    case "posVelocity":
      return source.of === "revenue" ? metrics.filter((metric) => metric.key !== key && isRevenueOf(metric, source)).slice(0, 1) : [];
    default:
      return [];
  }
}

type Sales = Pick<Extract<MetricDefinition["source"], { kind: "posRevenue" }>, "window" | "filter">;

/** Revenue at rates of its own is another sum than the one that growth compares. */
function isRevenueOf({ source }: MetricDefinition, { window, filter }: Sales): boolean {
  if (source.kind !== "posRevenue" || source.rates !== undefined) return false;
  return canonicalJson({ window: source.window, filter: source.filter ?? null }) === canonicalJson({ window, filter: filter ?? null });
}

/**
 * The metrics with an effort that move a metric: it follows from them, or is itself the one. A metric that follows from another one's
 * effort has no effort of its own.
 */
export function moversOf(metric: MetricDefinition, program: Measured & Pick<Program, "effort">): readonly string[] {
  const behind = [...new Set(madeOf(metric, program).flatMap((part) => moversOf(part, program)))];
  if (behind.length > 0) return behind;
  return program.effort?.some((effort) => effort.metric === metric.key) ? [metric.key] : [];
}
