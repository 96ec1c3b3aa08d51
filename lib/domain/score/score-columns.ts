import { type Criterion, DEFAULT_CAP, type Group, type Program } from "../define/program";
import type { ScoreTree, TreeNode } from "../define/score-tree";
import { combineColumns } from "./combine";
import { curveFunction } from "./curve";
import { judgeCondition, MET } from "./judge-condition";
import type { MetricTable } from "./metric-table";
import {
  columnAt,
  GATED,
  type KnownColumns,
  LEFT_OUT,
  MISSING_VALUE,
  MISSING_ZERO,
  type NodeColumn,
  roundPoints,
  type ScoreColumns,
  UNSCORED,
} from "./node-columns";
import { peerPoints } from "./peer-curves";

/**
 * Scores every partner, one node at a time, each node after what it needs. `known`: what is known already of the same
 * nodes before their own gates, all criteria among them; their own weights may have been others.
 *
 * A criterion without data follows its missing rule. A group leaves out its left-out children, shares their weight among the
 * others, and is itself left out when none is left; one unscored child makes it unscored. A child of weight 0 takes no part in
 * either. A gate that is not met makes the points 0, whatever the node would have had otherwise. A root left out is unscored.
 */
export function scoreColumns(
  program: Program,
  tree: ScoreTree,
  table: MetricTable,
  known: KnownColumns = scoreLeaves(program, tree, table),
): ScoreColumns {
  const { size } = table;
  const nodes = tree.nodes.map((node) => nodeColumn(node, known[node.index] ?? null, size));
  const columns = { tree, table, decimals: program.scoreDecimals, nodes, score: new Float64Array(size) };
  for (const node of tree.order) {
    if (node.source.kind === "group" && known[node.index] == null)
      scoreGroup(node.source, node, (child) => columnAt(nodes, child), columnAt(nodes, node));
    closeGates(node, columns);
  }
  const root = nodes[0]?.points ?? columns.score;
  for (let row = 0; row < size; row++) columns.score[row] = roundPoints(root[row], program.scoreDecimals);
  return columns;
}

/** The points of every criterion, by node index, before any gate; null for groups. */
export function scoreLeaves(program: Program, { nodes }: ScoreTree, table: MetricTable): KnownColumns {
  return nodes.map(({ source }) => (source.kind === "group" ? null : scoreCriterion(source, program, table)));
}

/** A gate writes on the column of its node, so what is known of one with a gate is copied. */
function nodeColumn({ gates }: TreeNode, known: NodeColumn | null, size: number): NodeColumn {
  if (known === null) return emptyColumn(size);
  return gates.length === 0 ? known : { points: known.points.slice(), status: known.status.slice() };
}

export function emptyColumn(size: number): NodeColumn {
  return { points: new Float64Array(size), status: new Uint8Array(size) };
}

/** The points of one criterion, before any gate. */
export function scoreCriterion(criterion: Criterion, program: Pick<Program, "metrics">, table: MetricTable): NodeColumn {
  const column = emptyColumn(table.size);
  placeOnCurve(criterion, program, table, column.points);
  followMissingRule(criterion, column);
  return column;
}

/** What becomes of a criterion where its curve gave no points. */
export function followMissingRule(criterion: Criterion, { points, status }: NodeColumn): void {
  const missing = missingOutcome(criterion);
  for (let row = 0; row < points.length; row++) {
    if (!Number.isNaN(points[row])) continue;
    points[row] = missing.points;
    status[row] = missing.status;
  }
}

/** NaN where there is no data or there are no peers. */
function placeOnCurve({ metric, curve }: Criterion, program: Pick<Program, "metrics">, table: MetricTable, points: Float64Array): void {
  switch (curve.kind) {
    case "percentile":
    case "rank":
    case "zscore":
    case "minmax":
      points.set(peerPoints(curve, { key: metric, betterWhen: program.metrics.find(({ key }) => key === metric)?.betterWhen ?? "higher" }, table));
      return;
    default: {
      const pointsOf = curveFunction(curve);
      const values = table.column(metric);
      for (let row = 0; row < values.length; row++) {
        const value = values[row] ?? Number.NaN;
        points[row] = Number.isNaN(value) ? value : pointsOf(value);
      }
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

/** Writes the points of one group, before its own gates, from those of its children after theirs. `column` is empty. */
export function scoreGroup(group: Group, { children }: TreeNode, columnOf: (child: TreeNode) => NodeColumn, column: NodeColumn): void {
  const counting = children.filter(({ weight }) => weight > 0).map((child) => ({ weight: child.weight, ...columnOf(child) }));
  combineColumns(group.combine, counting, column.points);
  if (group.combine === "sum") capPoints(column.points, group.cap ?? DEFAULT_CAP);
  leaveOutEmpty(column);
  for (const child of counting) if (child.status.includes(UNSCORED)) passOnUnscored(child, column);
}

function capPoints(points: Float64Array, cap: number): void {
  for (let row = 0; row < points.length; row++) points[row] = Math.min(cap, points[row] ?? Number.NaN);
}

/** A group has no points where no child counts. */
function leaveOutEmpty({ points, status }: NodeColumn): void {
  for (let row = 0; row < points.length; row++) if (Number.isNaN(points[row])) status[row] = LEFT_OUT;
}

function passOnUnscored(child: NodeColumn, { points, status }: NodeColumn): void {
  for (let row = 0; row < points.length; row++) {
    if (child.status[row] !== UNSCORED) continue;
    points[row] = Number.NaN;
    status[row] = UNSCORED;
  }
}

function closeGates(node: TreeNode, columns: ScoreColumns): void {
  if (node.gates.length === 0) return;
  const gates = node.gates.map((gate) => judgeCondition(gate, columns).verdicts);
  const { points, status } = columnAt(columns.nodes, node);
  for (let row = 0; row < points.length; row++) {
    if (gates.every((verdicts) => verdicts[row] === MET)) continue;
    points[row] = 0;
    status[row] = GATED;
  }
}
