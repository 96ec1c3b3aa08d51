import type { Combine } from "../define/program";
import { exp, ln } from "../shared/natural-log";

/** One child of a group: points by row, NaN where the child does not count. */
export type Combined = { readonly points: Float64Array; readonly weight: number };

/**
 * Points of a group, row by row, from those of its children: NaN where none of them counts. Weights are above zero; `sum`, `min`
 * and `max` do not look at them. `sum` is before its cap. A child of zero points makes a geometric and a harmonic mean zero.
 */
export function combineColumns(combine: Combine, children: readonly Combined[], size: number): Float64Array {
  switch (combine) {
    case "arithmetic":
    case "geometric":
    case "harmonic":
      return weightedMean(MEANS[combine], children, size);
    case "sum":
      return fold((sum, points) => sum + points, children, size);
    case "min":
      return fold((least, points) => Math.min(least, points), children, size);
    case "max":
      return fold((most, points) => Math.max(most, points), children, size);
  }
}

/** A mean is a function of the sum of its children's terms and of the sum of their weights. */
type Mean = { readonly term: (points: number, weight: number) => number; readonly of: (terms: number, weights: number) => number };

const MEANS: Readonly<Record<"arithmetic" | "geometric" | "harmonic", Mean>> = {
  arithmetic: { term: (points, weight) => weight * points, of: (terms, weights) => terms / weights },
  geometric: { term: (points, weight) => weight * ln(points / 100), of: (terms, weights) => 100 * exp(terms / weights) },
  harmonic: { term: (points, weight) => weight / points, of: (terms, weights) => weights / terms },
};

function weightedMean({ term, of }: Mean, children: readonly Combined[], size: number): Float64Array {
  const terms = new Float64Array(size);
  const weights = new Float64Array(size);
  for (const { points, weight } of children) {
    for (let row = 0; row < size; row++) {
      const childPoints = points[row] ?? Number.NaN;
      if (Number.isNaN(childPoints)) continue;
      terms[row] = (terms[row] ?? 0) + term(childPoints, weight);
      weights[row] = (weights[row] ?? 0) + weight;
    }
  }
  // 0 / 0, the mean of nothing, is NaN in all three.
  for (let row = 0; row < size; row++) terms[row] = of(terms[row] ?? 0, weights[row] ?? 0);
  return terms;
}

function fold(join: (sofar: number, points: number) => number, children: readonly Combined[], size: number): Float64Array {
  const joined = new Float64Array(size).fill(Number.NaN);
  for (const { points } of children) {
    for (let row = 0; row < size; row++) {
      const sofar = joined[row] ?? Number.NaN;
      const childPoints = points[row] ?? Number.NaN;
      if (Number.isNaN(childPoints)) continue;
      joined[row] = Number.isNaN(sofar) ? childPoints : join(sofar, childPoints);
    }
  }
  return joined;
}
