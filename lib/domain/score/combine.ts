import type { Combine } from "../define/program";
import { exp, ln } from "../shared/natural-log";

/**
 * Points of a group from the points of the children that count, with their weights: only the first `count` of each list, at least
 * one, weights above zero. `sum` is before its cap; `sum`, `min` and `max` do not look at the weights.
 */
export type Combination = (points: ArrayLike<number>, weights: ArrayLike<number>, count: number) => number;

export function combination(combine: Combine): Combination {
  return COMBINATIONS[combine];
}

const COMBINATIONS: Readonly<Record<Combine, Combination>> = {
  arithmetic(points, weights, count) {
    let weighted = 0;
    let weightSum = 0;
    for (let i = 0; i < count; i++) {
      const weight = weights[i] ?? 0;
      weighted += weight * (points[i] ?? 0);
      weightSum += weight;
    }
    return weighted / weightSum;
  },

  /** A zero child gives zero. */
  geometric(points, weights, count) {
    let weighted = 0;
    let weightSum = 0;
    for (let i = 0; i < count; i++) {
      const weight = weights[i] ?? 0;
      const child = points[i] ?? 0;
      if (child === 0) return 0;
      weighted += weight * ln(child / 100);
      weightSum += weight;
    }
    return 100 * exp(weighted / weightSum);
  },

  /** A zero child gives zero. */
  harmonic(points, weights, count) {
    let weighted = 0;
    let weightSum = 0;
    for (let i = 0; i < count; i++) {
      const weight = weights[i] ?? 0;
      const child = points[i] ?? 0;
      if (child === 0) return 0;
      weighted += weight / child;
      weightSum += weight;
    }
    return weightSum / weighted;
  },

  sum(points, _weights, count) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += points[i] ?? 0;
    return sum;
  },

  min(points, _weights, count) {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) least = Math.min(least, points[i] ?? 0);
    return least;
  },

  max(points, _weights, count) {
    let most = 0;
    for (let i = 0; i < count; i++) most = Math.max(most, points[i] ?? 0);
    return most;
  },
};
