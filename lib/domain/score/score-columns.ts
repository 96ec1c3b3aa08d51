import { type Criterion, DEFAULT_CAP, type Program } from "../define/program";
import type { ScoreTree, TreeNode } from "../define/score-tree";
import { compileCondition } from "./check-condition";
import { combination } from "./combine";
import { curveFunction } from "./curve";
import type { MetricTable } from "./metric-table";
import {
  columnAt,
  GATED,
  LEFT_OUT,
  MISSING_VALUE,
  MISSING_ZERO,
  type NodeColumn,
  roundPoints,
  SCORED,
  type ScoreColumns,
  UNSCORED,
} from "./node-columns";
import { peerPoints } from "./peer-curves";

/**
 * Scores every partner, one node at a time, each node after what it needs.
 *
 * A criterion without data follows its missing rule. A group leaves out its left-out children, shares their weight among the
 * others, and is itself left out when none is left; one unscored child makes it unscored. A child of weight 0 takes no part in
 * either. A gate that is not met makes the points 0, whatever the node would have had otherwise. A root left out is unscored.
 */
export function scoreColumns(program: Program, tree: ScoreTree, table: MetricTable): ScoreColumns {
  const size = table.partners.length;
  const nodes = tree.nodes.map(() => ({ points: new Float64Array(size), status: new Uint8Array(size) }));
  const columns = { tree, table, decimals: program.scoreDecimals, nodes, score: new Float64Array(size) };
  for (const node of tree.order) {
    if (node.source.kind === "criterion") scoreCriterion(node.source, program, columnAt(nodes, node), table);
    else scoreGroup(node, nodes);
    closeGates(node, columns);
  }
  const root = nodes[0]?.points ?? columns.score;
  for (let row = 0; row < size; row++) columns.score[row] = roundPoints(root[row], program.scoreDecimals);
  return columns;
}

function scoreCriterion(criterion: Criterion, program: Program, { points, status }: NodeColumn, table: MetricTable): void {
  const placed = curvePoints(criterion, program, table);
  const missing = missingOutcome(criterion);
  for (let row = 0; row < points.length; row++) {
    const scored = placed[row] ?? Number.NaN;
    const isMissing = Number.isNaN(scored);
    points[row] = isMissing ? missing.points : scored;
    status[row] = isMissing ? missing.status : SCORED;
  }
}

/** NaN where there is no data or there are no peers. */
function curvePoints({ metric, curve }: Criterion, program: Program, table: MetricTable): Float64Array {
  switch (curve.kind) {
    case "percentile":
    case "rank":
    case "zscore":
    case "minmax":
      return peerPoints(curve, { key: metric, betterWhen: program.metrics.find(({ key }) => key === metric)?.betterWhen ?? "higher" }, table);
    default: {
      const pointsOf = curveFunction(curve);
      const values = table.column(metric);
      const placed = new Float64Array(values.length);
      for (let row = 0; row < values.length; row++) {
        const value = values[row] ?? Number.NaN;
        placed[row] = Number.isNaN(value) ? value : pointsOf(value);
      }
      return placed;
    }
  }
}

function missingOutcome({ missing }: Criterion): { points: number; status: number } {
  switch (missing.rule) {
    case "zero":
      return { points: 0, status: MISSING_ZERO };
    case "value":
      return { points: missing.points, status: MISSING_VALUE };
    case "reweight":
      return { points: Number.NaN, status: LEFT_OUT };
    case "unscored":
      return { points: Number.NaN, status: UNSCORED };
  }
}

function scoreGroup(node: TreeNode, nodes: readonly NodeColumn[]): void {
  if (node.source.kind !== "group") return;
  const { combine } = node.source;
  const combined = combination(combine);
  const cap = combine === "sum" ? (node.source.cap ?? DEFAULT_CAP) : Number.POSITIVE_INFINITY;
  const { points, status } = columnAt(nodes, node);
  const children = node.children.filter(({ weight }) => weight > 0).map((child) => ({ weight: child.weight, column: columnAt(nodes, child) }));
  const countedPoints = new Float64Array(children.length);
  const countedWeights = new Float64Array(children.length);
  for (let row = 0; row < points.length; row++) {
    let counted = 0;
    let unscored = false;
    for (const { weight, column } of children) {
      const childPoints = column.points[row] ?? Number.NaN;
      if (Number.isNaN(childPoints)) {
        if (column.status[row] === UNSCORED) unscored = true;
        continue;
      }
      countedPoints[counted] = childPoints;
      countedWeights[counted] = weight;
      counted += 1;
    }
    if (unscored || counted === 0) {
      points[row] = Number.NaN;
      status[row] = unscored ? UNSCORED : LEFT_OUT;
    } else {
      points[row] = Math.min(cap, combined(countedPoints, countedWeights, counted));
    }
  }
}

function closeGates(node: TreeNode, columns: ScoreColumns): void {
  if (node.gates.length === 0) return;
  const gates = node.gates.map((gate) => compileCondition(gate, columns));
  const { points, status } = columnAt(columns.nodes, node);
  for (let row = 0; row < points.length; row++) {
    if (gates.every((gate) => gate.verdict(row, 0) === "met")) continue;
    points[row] = 0;
    status[row] = GATED;
  }
}
