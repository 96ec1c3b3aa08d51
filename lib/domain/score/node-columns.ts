import type { ScoreTree, TreeNode } from "../define/score-tree";
import { roundHalfAway } from "../shared/round";
import type { NodeResult } from "./decision";
import type { MetricTable } from "./metric-table";

export const NODE_STATUSES = [
  "scored",
  "missing_zero",
  "missing_value",
  "left_out",
  "unscored",
  "gated",
] as const satisfies readonly NodeResult["status"][];
export const [SCORED, MISSING_ZERO, MISSING_VALUE, LEFT_OUT, UNSCORED, GATED] = [0, 1, 2, 3, 4, 5] as const;

/** The results of every partner, by node: `points` is NaN where the node has none, `status` an index into NODE_STATUSES, at first SCORED. */
export type NodeColumn = { readonly points: Float64Array; readonly status: Uint8Array };

/** By node index, what nodes have before their own gates; null where that is to be worked out. */
export type KnownColumns = readonly (NodeColumn | null)[];

export type ScoreColumns = {
  readonly tree: ScoreTree;
  readonly table: MetricTable;
  readonly decimals: number;
  /** By node index. */
  readonly nodes: readonly NodeColumn[];
  /** The root's points, rounded; NaN when unscored. */
  readonly score: Float64Array;
};

/** Points as conditions and people see them; NaN stays NaN. */
export function roundPoints(points: number | undefined, decimals: number): number {
  return points === undefined || Number.isNaN(points) ? Number.NaN : roundHalfAway(points, decimals);
}

export function columnAt(nodes: readonly NodeColumn[], node: TreeNode): NodeColumn {
  const column = nodes[node.index];
  if (column === undefined) throw new RangeError(`node "${node.source.key}" is not of this run`);
  return column;
}
