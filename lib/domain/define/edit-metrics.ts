import { partsOf } from "./edit-condition";
import { placedNodes } from "./edit-score";
import type { MetricDefinition, MetricSource } from "./metric";
import { unitOf } from "./metric-unit";
import type { Condition, Program } from "./program";
import { withoutUndefined } from "./without-undefined";

/** The program with a metric changed; a member set to undefined is taken out. What a source measures in one unit alone is in that unit. */
export function editMetric(program: Program, key: string, change: Partial<MetricDefinition>): Program {
  const edited = (metric: MetricDefinition): MetricDefinition => {
    const { unit, ...rest } = withoutUndefined({ ...metric, ...change });
    return { ...rest, unit: unitOf(rest.source) ?? unit };
  };
  return { ...program, metrics: program.metrics.map((metric) => (metric.key === key ? edited(metric) : metric)) };
}

export function addMetric(program: Program, metric: MetricDefinition): Program {
  return { ...program, metrics: [...program.metrics, metric] };
}

/** The program without a metric, as long as nothing uses it and another one is left: nothing may point to what is gone. */
export function removeMetric(program: Program, key: string): Program {
  if (program.metrics.length === 1 || metricUses(program, key).length > 0) return program;
  return { ...program, metrics: program.metrics.filter((metric) => metric.key !== key) };
}

/** Where a program uses a metric. Keys are of the node, the tier, the metric whose ratio it is part of, or the benefit that is funded. */
export type MetricUse =
  | { readonly part: "criterion" | "gate" | "tier" | "metric" | "fund"; readonly key: string; readonly name: string }
  | { readonly part: "effort"; readonly key: string; readonly name: null };

export function metricUses({ score, tiers, metrics, funds = [], effort = [], entitlements }: Program, key: string): readonly MetricUse[] {
  const nodes = placedNodes(score).map(({ node }) => node);
  return [
    ...nodes.flatMap((node): MetricUse[] => {
      if (node.kind === "criterion") return node.metric === key ? [{ part: "criterion", key: node.key, name: node.name }] : [];
      return node.gate !== undefined && isUsedIn(node.gate.requires, key) ? [{ part: "gate", key: node.key, name: node.name }] : [];
    }),
    ...tiers.flatMap((tier): MetricUse[] =>
      tier.requires !== null && isUsedIn(tier.requires, key) ? [{ part: "tier", key: tier.key, name: tier.name }] : [],
    ),
    ...metrics.flatMap((metric): MetricUse[] =>
      partsDivided(metric.source).includes(key) ? [{ part: "metric", key: metric.key, name: metric.name }] : [],
    ),
    ...funds.flatMap(({ benefit, revenue }): MetricUse[] =>
      revenue === key ? [{ part: "fund", key: benefit, name: entitlements?.benefits.find((other) => other.key === benefit)?.name ?? benefit }] : [],
    ),
    ...effort.flatMap(({ metric }): MetricUse[] => (metric === key ? [{ part: "effort", key: metric, name: null }] : [])),
  ];
}

function isUsedIn(condition: Condition, key: string): boolean {
  return condition.kind === "metric" ? condition.metric === key : partsOf(condition).some((part) => isUsedIn(part, key));
}

function partsDivided(source: MetricSource): readonly string[] {
  return source.kind === "ratio" ? [source.numerator, source.denominator] : [];
}
