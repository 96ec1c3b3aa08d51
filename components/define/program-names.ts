import type { Program, ScoreNode } from "@/lib/domain/define/program";
import type { ProgramNames } from "./condition-words";

export function programNames(program: Program): ProgramNames {
  return {
    nodes: Object.fromEntries(nodesOf(program.score).map(({ key, name }) => [key, name])),
    metrics: Object.fromEntries(program.metrics.map((metric) => [metric.key, metric])),
    currency: program.currency,
  };
}

function nodesOf(node: ScoreNode): ScoreNode[] {
  return node.kind === "group" ? [node, ...node.children.flatMap(nodesOf)] : [node];
}
