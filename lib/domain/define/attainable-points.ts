import { type Curve, DEFAULT_CAP, type ScoreNode } from "./program";
import { usesWeights } from "./score-tree";

/** The most points that a node can have, whatever the data, or a little above: never less. Gates are taken as open. */
export function mostPoints(node: ScoreNode): number {
  if (node.kind === "criterion") return Math.max(mostOnCurve(node.curve), node.missing.rule === "value" ? node.missing.points : 0);
  const counted = usesWeights(node.combine) ? node.children.filter(({ weight }) => weight > 0) : node.children;
  const most = counted.map(mostPoints);
  if (most.length === 0) return 0;
  switch (node.combine) {
    case "sum":
      return Math.min(
        node.cap ?? DEFAULT_CAP,
        most.reduce((sum, points) => sum + points, 0),
      );
    case "min":
    case "arithmetic":
      // Children that can be left out may leave the best one alone.
      if (counted.some(canBeLeftOut)) return Math.max(...most);
      return node.combine === "min" ? Math.min(...most) : weightedMean(most, counted);
    default:
      return Math.max(...most);
  }
}

function mostOnCurve(curve: Curve): number {
  switch (curve.kind) {
    case "points":
      return Math.max(...curve.points.map(({ points }) => points));
    case "steps":
      return Math.max(curve.below, ...curve.steps.map(({ points }) => points));
    case "perUnit":
      return curve.cap;
    default:
      return 100;
  }
}

function canBeLeftOut(node: ScoreNode): boolean {
  return node.kind === "criterion" ? node.missing.rule === "reweight" : node.children.every(canBeLeftOut);
}

/** Never above the largest value, as its binary noise would have it with weights such as 89.3, 27.4 and 24.2. */
function weightedMean(values: readonly number[], nodes: readonly ScoreNode[]): number {
  const weightSum = nodes.reduce((sum, { weight }) => sum + weight, 0);
  return Math.min(Math.max(...values), values.reduce((sum, value, i) => sum + value * (nodes[i]?.weight ?? 0), 0) / weightSum);
}
