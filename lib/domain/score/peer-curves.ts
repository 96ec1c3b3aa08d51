import type { MetricDefinition } from "../define/metric";
import type { PeerGroup } from "../define/peer-group";
import type { Curve } from "../define/program";
import { linear } from "./curve";
import type { MetricTable } from "./metric-table";

/** Curves that place a partner among its peers. */
export type PeerCurve = Extract<Curve, { kind: "percentile" | "rank" | "zscore" | "minmax" }>;

export function isPeerCurve(curve: Curve): curve is PeerCurve {
  return "peers" in curve;
}

/**
 * Points of every partner, NaN where the partner has no data or belongs to no peer group (its attribute is missing). Peers are the
 * partners of the run that have data, the partner itself included.
 */
export function peerPoints(curve: PeerCurve, metric: Pick<MetricDefinition, "key" | "betterWhen">, table: MetricTable): Float64Array {
  const values = table.column(metric.key);
  const points = new Float64Array(values.length).fill(Number.NaN);
  for (const rows of peerGroups(curve.peers, values, table)) {
    const placed = placeAmongPeers(
      curve,
      metric.betterWhen,
      rows.map((row) => values[row] ?? Number.NaN),
    );
    rows.forEach((row, index) => {
      points[row] = placed[index] ?? Number.NaN;
    });
  }
  return points;
}

function peerGroups(peers: PeerGroup, values: Float64Array, table: MetricTable): Iterable<number[]> {
  const groups = new Map<string | number | boolean, number[]>();
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) continue;
    const name = peers === "all" ? "all" : table.attribute(row, peers.attribute);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups.values();
}

/**
 * Points of each of a group's values, 0 to 100, better values higher (`zscore` takes its direction from its goalposts).
 * - `percentile`: percent of peers that are worse, plus half of those equal, itself included; alone 50.
 * - `rank`: 100 for the first, 0 for the last, equal steps between; equals share the better rank (1, 2, 2, 4); alone 100.
 * - `minmax`: 0 for the worst value, 100 for the best; 50 for all when they are equal.
 * - `zscore`: distance from the mean in population standard deviations, between the goalposts; 0 deviations when all are equal.
 */
export function placeAmongPeers(curve: PeerCurve, betterWhen: "higher" | "lower", values: readonly number[]): number[] {
  const count = values.length;
  switch (curve.kind) {
    case "percentile":
      return standings(values, betterWhen).map(({ better, equal }) => (100 * (count - better - equal + equal / 2)) / count);
    case "rank":
      return standings(values, betterWhen).map(({ better }) => (count === 1 ? 100 : (100 * (count - 1 - better)) / (count - 1)));
    case "minmax": {
      const { low, high } = extent(values);
      if (low === high) return values.map(() => 50);
      return values.map(betterWhen === "higher" ? linear(low, high) : linear(high, low));
    }
    case "zscore": {
      const { low, high } = extent(values);
      const mean = values.reduce((sum, value) => sum + value, 0) / count;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
      const toPoints = linear(curve.zeroAt, curve.fullAt);
      // Equal values differ from their computed mean by rounding alone, which must not count as a deviation.
      return values.map((value) => toPoints(low === high || deviation === 0 ? 0 : (value - mean) / deviation));
    }
  }
}

function extent(values: readonly number[]): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** For each value, how many are better and how many are equal (itself included). */
function standings(values: readonly number[], betterWhen: "higher" | "lower"): { better: number; equal: number }[] {
  const bestFirst = Float64Array.from(values).sort();
  if (betterWhen === "higher") bestFirst.reverse();
  const byValue = new Map<number, { better: number; equal: number }>();
  bestFirst.forEach((value, position) => {
    const standing = byValue.get(value);
    if (standing === undefined) byValue.set(value, { better: position, equal: 1 });
    else standing.equal += 1;
  });
  return values.map((value) => byValue.get(value) ?? { better: 0, equal: 1 });
}
