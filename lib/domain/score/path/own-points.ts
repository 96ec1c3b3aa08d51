import type { Criterion, Program } from "../../define/program";
import type { MetricTable } from "../metric-table";
import type { NodeColumn } from "../node-columns";
import { isPeerCurve, type PeerCurve, placeAmongPeers } from "../peer-curves";
import { emptyColumn, followMissingRule, scoreCriterion } from "../score-columns";

/** The partner in whose place we are: its row in a table of all that it is compared with. */
export type Own = { readonly table: MetricTable; readonly row: number };

/** What a criterion would give the partner for each of some values of its metric (NaN is no data), before any gate, the other partners being as they are. */
export function ownPoints(criterion: Criterion, values: Float64Array, program: Pick<Program, "metrics">, own: Own): NodeColumn {
  const { metric, curve } = criterion;
  if (!isPeerCurve(curve)) return scoreCriterion(criterion, program, { size: values.length, column: () => values, attribute: () => null });
  const column = emptyColumn(values.length);
  const peers = peersOf(curve, own, own.table.column(metric));
  const betterWhen = program.metrics.find(({ key }) => key === metric)?.betterWhen ?? "higher";
  values.forEach((value, at) => {
    const placed = peers === null || Number.isNaN(value) ? [] : placeAmongPeers(curve, betterWhen, [...peers.before, value, ...peers.after]);
    column.points[at] = placed[peers?.before.length ?? 0] ?? Number.NaN;
  });
  followMissingRule(criterion, column);
  return column;
}

/** The values of the peers that stand before and after the partner; null for one that belongs to no group. */
function peersOf(
  { peers }: PeerCurve,
  { table, row: own }: Own,
  values: Float64Array,
): { before: readonly number[]; after: readonly number[] } | null {
  const groupOf = (row: number) => (peers === "all" ? "all" : table.attribute(row, peers.attribute));
  const group = groupOf(own);
  if (group === null) return null;
  const isPeer = (value: number, row: number) => !Number.isNaN(value) && groupOf(row) === group;
  return {
    before: [...values.subarray(0, own)].filter(isPeer),
    after: [...values.subarray(own + 1)].filter((value, at) => isPeer(value, own + 1 + at)),
  };
}
