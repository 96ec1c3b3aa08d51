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
    case "geometric":
    case "harmonic":
      weightedMean(combine, children, points);
      return;
    case "sum":
    case "min":
    case "max":
      fold(combine, children, points);
  }
}

type Mean = "arithmetic" | "geometric" | "harmonic";

function weightedMean(mean: Mean, children: readonly Combined[], means: Float64Array): void {
  const terms = means.fill(0);
  const weights = new Float64Array(terms.length);
  for (const child of children) addTerms(mean, child, terms, weights);
  for (let row = 0; row < terms.length; row++) means[row] = meanOf(mean, terms[row] ?? 0, weights[row] ?? 0);
}

/** A loop for each mean: one loop that calls a function for the term takes three times as long. */
function addTerms(mean: Mean, { points, weight }: Combined, terms: Float64Array, weights: Float64Array): void {
  switch (mean) {
    case "arithmetic":
      for (let row = 0; row < points.length; row++) {
        const term = weight * (points[row] ?? Number.NaN);
        if (Number.isNaN(term)) continue;
        terms[row] = (terms[row] ?? 0) + term;
        weights[row] = (weights[row] ?? 0) + weight;
      }
      return;
    case "geometric":
      for (let row = 0; row < points.length; row++) {
        const term = weight * ln((points[row] ?? Number.NaN) / 100);
        if (Number.isNaN(term)) continue;
        terms[row] = (terms[row] ?? 0) + term;
        weights[row] = (weights[row] ?? 0) + weight;
      }
      return;
    case "harmonic":
      for (let row = 0; row < points.length; row++) {
        const term = weight / (points[row] ?? Number.NaN);
        if (Number.isNaN(term)) continue;
        terms[row] = (terms[row] ?? 0) + term;
        weights[row] = (weights[row] ?? 0) + weight;
      }
  }
}

/** The mean from the sums of terms and weights; that of nothing is NaN in all three, as 0 / 0 is. */
function meanOf(mean: Mean, terms: number, weights: number): number {
  switch (mean) {
    case "arithmetic":
      return terms / weights;
    case "geometric":
      return 100 * exp(terms / weights);
    case "harmonic":
      return weights / terms;
  }
}

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
