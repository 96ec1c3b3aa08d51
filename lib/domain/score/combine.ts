import type { Combine } from "../define/program";
import { exp, ln } from "../shared/natural-log";

/** One child of a group: points by row, NaN where the child does not count. */
export type Combined = { readonly points: Float64Array; readonly weight: number };

/**
 * Writes the points of a group, row by row, from those of its children: NaN where none of them counts. Weights are above zero; `sum`,
 * `min` and `max` do not look at them. `sum` is before its cap. A child of zero points makes a geometric and a harmonic mean zero.
 */
export function combineColumns(combine: Combine, children: readonly Combined[], points: Float64Array): void {
  switch (combine) {
    case "arithmetic":
      arithmeticMean(children, points);
      return;
    case "geometric":
      arithmeticMean(children.map(logarithms), points);
      for (let row = 0; row < points.length; row++) points[row] = 100 * exp(points[row] ?? Number.NaN);
      return;
    case "harmonic":
      harmonicMean(children, points);
      return;
    case "sum":
    case "min":
    case "max":
      fold(combine, children, points);
  }
}

/**
 * Of columns whose logarithms were asked for before, which whoever tries other weights does all the time. What is combined is not written
 * to any more: `scoreColumns` closes the gates of a node before it scores the group above.
 */
const KNOWN_LOGARITHMS = new WeakMap<Float64Array, Float64Array>();

/** Of points as shares of 1. */
function logarithms({ points, weight }: Combined): Combined {
  let logs = KNOWN_LOGARITHMS.get(points);
  if (logs === undefined) {
    logs = new Float64Array(points.length);
    for (let row = 0; row < logs.length; row++) logs[row] = ln((points[row] ?? Number.NaN) / 100);
    KNOWN_LOGARITHMS.set(points, logs);
  }
  return { points: logs, weight };
}

/**
 * The mean of nothing, 0 / 0, is NaN. A loop for each mean: one loop that calls a function for each term takes three times as long.
 * Row by row, because sums kept in columns are memory whose collection costs more than the loop.
 */
function arithmeticMean(children: readonly Combined[], means: Float64Array): void {
  for (let row = 0; row < means.length; row++) {
    let terms = 0;
    let weights = 0;
    for (let child = 0; child < children.length; child++) {
      const { points, weight } = children[child] ?? NO_CHILD;
      const term = weight * (points[row] ?? Number.NaN);
      if (Number.isNaN(term)) continue;
      terms += term;
      weights += weight;
    }
    means[row] = terms / weights;
  }
}

function harmonicMean(children: readonly Combined[], means: Float64Array): void {
  for (let row = 0; row < means.length; row++) {
    let terms = 0;
    let weights = 0;
    for (let child = 0; child < children.length; child++) {
      const { points, weight } = children[child] ?? NO_CHILD;
      const term = weight / (points[row] ?? Number.NaN);
      if (Number.isNaN(term)) continue;
      terms += term;
      weights += weight;
    }
    means[row] = weights / terms;
  }
}

const NO_CHILD: Combined = { points: new Float64Array(0), weight: 0 };

type Fold = "sum" | "min" | "max";

function fold(by: Fold, children: readonly Combined[], joined: Float64Array): void {
  joined.fill(Number.NaN);
  for (const { points } of children) {
    for (let row = 0; row < joined.length; row++) {
      const sofar = joined[row] ?? Number.NaN;
      const childPoints = points[row] ?? Number.NaN;
      if (Number.isNaN(childPoints)) continue;
      joined[row] = Number.isNaN(sofar) ? childPoints : join(by, sofar, childPoints);
    }
  }
}

function join(by: Fold, sofar: number, points: number): number {
  switch (by) {
    case "sum":
      return sofar + points;
    case "min":
      return Math.min(sofar, points);
    case "max":
      return Math.max(sofar, points);
  }
}
