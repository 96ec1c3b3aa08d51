import type { Condition, Program } from "../../define/program";
import { leavesOf, needs, type ScoreTree, scoreTree, type TreeNode } from "../../define/score-tree";
import type { IsoDate } from "../../shared/iso-date";
import type { MetricTable } from "../metric-table";
import type { NodeColumn, ScoreColumns } from "../node-columns";
import { scoreColumns } from "../score-columns";
import { type Choice, choicesOf } from "./choice";
import { leversOf } from "./lever";
import { type Own, ownPoints } from "./own-points";
import type { Work } from "./work-limit";

/** What one partner can move, and what hangs on it. */
export type PathProblem = {
  readonly tree: ScoreTree;
  readonly choices: readonly Choice[];
  /** The partner as it stands, in row 0. */
  readonly now: ScoreColumns;
  /** The choice that moves a metric; null where none does. */
  readonly choiceOfMetric: (metric: string) => number | null;
  /** Whether no choice changes what a node gives. */
  readonly isFixed: (node: TreeNode) => boolean;
  /** The points of a criterion by option of the choice that moves its metric, before any gate; of a metric that none moves, one row. */
  readonly pointsByOption: (leaf: TreeNode) => NodeColumn;
  /** The choices that move criteria at or below a node. */
  readonly choicesBelow: (node: TreeNode) => readonly number[];
  /** The choices that move several criteria of which this node is the lowest one above. */
  readonly settledAt: (node: TreeNode) => readonly number[];
  /** The choices that move no criterion: they matter for conditions alone. */
  readonly beside: readonly number[];
};

export function pathProblem(program: Program, asOf: IsoDate, own: Own, work: Work): PathProblem {
  const tree = scoreTree(program.score);
  const measured = (metric: string) => own.table.column(metric)[own.row] ?? Number.NaN;
  const choices = choicesOf(leversOf(program, measured), measured, program, asOf, work);
  const choiceOfMetric = (metric: string) => {
    const choice = choices.findIndex(({ values }) => values.has(metric));
    return choice === -1 ? null : choice;
  };
  const choiceOf = ({ source }: TreeNode) => (source.kind === "criterion" ? choiceOfMetric(source.metric) : null);
  const table = rowOf(own);
  const points = new Map<TreeNode, NodeColumn>();
  const leaves = tree.nodes.map((node): NodeColumn | null => {
    const { source } = node;
    if (source.kind === "group") return null;
    const now = ownPoints(source, table.column(source.metric), program, own);
    const moved = choices[choiceOf(node) ?? -1]?.values.get(source.metric);
    points.set(node, moved === undefined ? now : ownPoints(source, moved, program, own));
    return now;
  });
  const below = tree.nodes.map((node) => [...new Set(leavesOf(node).flatMap((leaf) => choiceOf(leaf) ?? []))]);
  const settled = choices.map((_, choice) => lowestAbove(tree, (leaf) => choiceOf(leaf) === choice));
  const fixed = fixedNodes(tree, choiceOfMetric);
  return {
    ...{ tree, choices, choiceOfMetric },
    now: scoreColumns(program, tree, table, leaves),
    isFixed: (node) => fixed.has(node),
    pointsByOption: (leaf) => points.get(leaf) ?? NO_POINTS,
    choicesBelow: (node) => below[node.index] ?? [],
    settledAt: (node) => settled.flatMap((at, choice) => (at === node && node.children.length > 0 ? [choice] : [])),
    beside: settled.flatMap((at, choice) => (at === null ? [choice] : [])),
  };
}

export function effortOf({ choices }: Pick<PathProblem, "choices">, choice: number, option: number): number {
  return choices[choice]?.options[option]?.effort ?? 0;
}

const NO_POINTS: NodeColumn = { points: new Float64Array(0), status: new Uint8Array(0) };

/** A table of the partner alone. */
function rowOf({ table, row }: Own): MetricTable {
  return {
    size: 1,
    column: (metric) => Float64Array.of(table.column(metric)[row] ?? Number.NaN),
    attribute: (_, attribute) => table.attribute(row, attribute),
  };
}

/** The lowest node at or above all the criteria that are moved; null when none is. A node stands after those above it. */
function lowestAbove({ nodes }: ScoreTree, isMoved: (leaf: TreeNode) => boolean): TreeNode | null {
  const countBelow = (node: TreeNode) => leavesOf(node).filter(isMoved).length;
  const all = nodes[0] === undefined ? 0 : countBelow(nodes[0]);
  return all === 0 ? null : (nodes.findLast((node) => countBelow(node) === all) ?? null);
}

/** A node moves with its criteria, and with what its gates and those below it look at. */
function fixedNodes({ order, find }: ScoreTree, choiceOfMetric: (metric: string) => number | null): ReadonlySet<TreeNode> {
  const fixed = new Set<TreeNode>();
  const isMoved = (metric: string) => choiceOfMetric(metric) !== null;
  for (const node of order) {
    const looksAtMoved = node.gates.flatMap(metricsOf).some(isMoved) || (node.source.kind === "criterion" && isMoved(node.source.metric));
    if (!looksAtMoved && needs(node, find).every((needed) => fixed.has(needed))) fixed.add(node);
  }
  return fixed;
}

/** The metrics that a condition looks at by themselves, not through the points of a node. */
function metricsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return condition.of.flatMap(metricsOf);
    case "not":
      return metricsOf(condition.condition);
    case "metric":
      return [condition.metric];
    default:
      return [];
  }
}
