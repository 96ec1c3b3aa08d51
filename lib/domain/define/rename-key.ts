import { partsOf } from "./edit-condition";
import type { MetricSource } from "./metric";
import type { Condition, Program, ScoreNode } from "./program";

/** The program with a metric under another key, which no metric has yet, wherever it is named. */
export function renameMetric(program: Program, from: string, to: string): Program {
  const renamed = (key: string) => (key === from ? to : key);
  const { metrics, funds, effort, ...rest } = inConditions(program, (leaf) =>
    leaf.kind === "metric" ? { ...leaf, metric: renamed(leaf.metric) } : leaf,
  );
  return {
    ...rest,
    metrics: metrics.map((metric) => ({ ...metric, key: renamed(metric.key), source: inRatio(metric.source, renamed) })),
    score: inTree(rest.score, (node) => (node.kind === "criterion" ? { ...node, metric: renamed(node.metric) } : node)),
    ...(funds !== undefined && { funds: funds.map((fund) => ({ ...fund, revenue: renamed(fund.revenue) })) }),
    ...(effort !== undefined && { effort: effort.map((line) => ({ ...line, metric: renamed(line.metric) })) }),
  };
}

/** The program with a node of the score under another key, which no node has yet, wherever it is named. */
export function renameNode(program: Program, from: string, to: string): Program {
  const renamed = (key: string) => (key === from ? to : key);
  const { score, ...rest } = inConditions(program, (leaf) =>
    leaf.kind === "node" || leaf.kind === "leavesAbove" ? { ...leaf, node: renamed(leaf.node) } : leaf,
  );
  return {
    ...rest,
    score: inTree(score, (node) => {
      if (node.kind === "criterion" || node.gate?.zeroes === undefined) return { ...node, key: renamed(node.key) };
      return { ...node, key: renamed(node.key), gate: { ...node.gate, zeroes: renamed(node.gate.zeroes) } };
    }),
  };
}

type Change<Part> = (part: Part) => Part;

/** With every condition that is no combination of others changed, of tiers and of gates. */
function inConditions(program: Program, change: Change<Condition>): Program {
  return {
    ...program,
    score: inTree(program.score, (node) => {
      if (node.kind === "criterion" || node.gate === undefined) return node;
      return { ...node, gate: { ...node.gate, requires: inCondition(node.gate.requires, change) } };
    }),
    tiers: program.tiers.map((tier) => ({ ...tier, requires: tier.requires === null ? null : inCondition(tier.requires, change) })),
  };
}

function inCondition(condition: Condition, change: Change<Condition>): Condition {
  if (condition.kind === "not") return { ...condition, condition: inCondition(condition.condition, change) };
  if ("of" in condition) return { ...condition, of: partsOf(condition).map((part) => inCondition(part, change)) };
  return change(condition);
}

function inTree(node: ScoreNode, change: Change<ScoreNode>): ScoreNode {
  const changed = change(node);
  return changed.kind === "group" ? { ...changed, children: changed.children.map((child) => inTree(child, change)) } : changed;
}

function inRatio(source: MetricSource, renamed: Change<string>): MetricSource {
  return source.kind === "ratio" ? { ...source, numerator: renamed(source.numerator), denominator: renamed(source.denominator) } : source;
}
