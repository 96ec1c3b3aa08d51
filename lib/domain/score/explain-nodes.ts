import { type TreeNode, usesWeights } from "../define/score-tree";
import { ln } from "../shared/natural-log";
import { powerOfTen, unitsOf } from "../shared/round";
import { apportion } from "./contributions";
import type { NodeResult } from "./decision";
import { columnAt, LEFT_OUT, MISSING_ZERO, NODE_STATUSES, SCORED, type ScoreColumns, UNSCORED } from "./node-columns";

/**
 * Explains one partner's score, node by node.
 *
 * `share`: of the parent's weight among the children not left out; in a `sum` each child counts whole (1); in a `min` or `max` the
 * first child with the chosen points has 1 and the others 0, or null when the choice is unknown.
 *
 * `contribution`: from the root down, each group's contribution is split among its children in proportion to share x points, in
 * whole grains of 10^-scoreDecimals by largest remainder: so children add up to their group, and leaves to the rounded score,
 * exactly as decimals. A capped sum is split in proportion, a closed gate brings 0 all the way down. Geometric and harmonic groups
 * are not additive: below them it is null, as everywhere in an unscored partner.
 */
export function nodeExplainer(columns: ScoreColumns): (row: number) => NodeResult[] {
  const { tree, decimals } = columns;
  const grainsPerPoint = powerOfTen(decimals);
  return (row) => {
    const shares: (number | null)[] = tree.nodes.map(() => null);
    const grains: (number | null)[] = tree.nodes.map(() => null);
    const score = columns.score[row] ?? Number.NaN;
    shares[0] = statusAt(columns, tree.nodes[0], row) === LEFT_OUT ? null : 1;
    grains[0] = Number.isNaN(score) ? null : unitsOf(score, decimals);
    for (const node of tree.nodes) {
      if (node.source.kind === "criterion") continue;
      const childShares = sharesOf(node, columns, row);
      const childGrains = grainsOf(node, grains[node.index] ?? null, childShares, columns, row);
      node.children.forEach((child, i) => {
        shares[child.index] = childShares[i] ?? null;
        grains[child.index] = childGrains?.[i] ?? null;
      });
    }
    return tree.nodes.map((node) => {
      const nodeGrains = grains[node.index] ?? null;
      return nodeResult(node, columns, row, shares[node.index] ?? null, nodeGrains === null ? null : nodeGrains / grainsPerPoint);
    });
  };
}

function pointsAt(columns: ScoreColumns, node: TreeNode, row: number): number {
  return columnAt(columns.nodes, node).points[row] ?? Number.NaN;
}

function statusAt(columns: ScoreColumns, node: TreeNode | undefined, row: number): number {
  return node === undefined ? LEFT_OUT : (columnAt(columns.nodes, node).status[row] ?? LEFT_OUT);
}

function sharesOf(node: TreeNode, columns: ScoreColumns, row: number): (number | null)[] {
  if (node.source.kind === "criterion") return [];
  const { combine } = node.source;
  const counts = (child: TreeNode) => statusAt(columns, child, row) !== LEFT_OUT;
  if (usesWeights(combine)) {
    const weightSum = node.children.reduce((sum, child) => sum + (counts(child) ? child.weight : 0), 0);
    return node.children.map((child) => (counts(child) ? (weightSum === 0 ? 0 : child.weight / weightSum) : null));
  }
  if (combine === "sum") return node.children.map((child) => (counts(child) ? 1 : null));
  const candidates = node.children.filter(counts).map((child) => pointsAt(columns, child, row));
  const chosenPoints = combine === "min" ? Math.min(...candidates) : Math.max(...candidates);
  if (Number.isNaN(chosenPoints)) return node.children.map(() => null);
  const chosen = node.children.find((child) => counts(child) && pointsAt(columns, child, row) === chosenPoints);
  return node.children.map((child) => (counts(child) ? (child === chosen ? 1 : 0) : null));
}

function grainsOf(node: TreeNode, grains: number | null, shares: readonly (number | null)[], columns: ScoreColumns, row: number): number[] | null {
  if (grains === null || node.source.kind === "criterion" || node.source.combine === "geometric" || node.source.combine === "harmonic") return null;
  return apportion(
    grains,
    // A zero share of unknown points (an unscored child of weight 0) brings nothing.
    node.children.map((child, i) => (shares[i] ? shares[i] * pointsAt(columns, child, row) : 0)),
  );
}

function nodeResult(node: TreeNode, columns: ScoreColumns, row: number, share: number | null, contribution: number | null): NodeResult {
  const { source } = node;
  const points = pointsAt(columns, node, row);
  const status = statusAt(columns, node, row);
  const parent = columns.tree.nodes[node.parent];
  return {
    key: source.key,
    parent: parent?.source.key ?? null,
    points: Number.isNaN(points) ? null : points,
    share,
    contribution,
    logContribution: logContribution(parent, columns, row, share, points),
    status: NODE_STATUSES[status] ?? "unscored",
    ...(source.kind === "group"
      ? { combine: source.combine }
      : {
          criterion: { metric: source.metric, value: valueAt(columns, source.metric, row), missing: isMissing(status) ? source.missing.rule : null },
        }),
  };
}

function logContribution(parent: TreeNode | undefined, columns: ScoreColumns, row: number, share: number | null, points: number): number | null {
  if (parent?.source.kind !== "group" || parent.source.combine !== "geometric" || share === null) return null;
  const log = ln(points / 100);
  // Points too few for a logarithm are as good as none.
  return columnAt(columns.nodes, parent).status[row] === SCORED && log > Number.NEGATIVE_INFINITY ? share * log : null;
}

function valueAt(columns: ScoreColumns, metric: string, row: number): number | null {
  const value = columns.table.column(metric)[row] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

function isMissing(status: number): boolean {
  return status >= MISSING_ZERO && status <= UNSCORED;
}
