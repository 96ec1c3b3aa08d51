import type { Combine } from "../define/program";
import { exp, ln } from "../shared/natural-log";

/**
 * Points of a group from the points of the children that count: at least one, with weights above zero, only the first `count` of
 * each list. A zero child makes a geometric or harmonic mean zero.
 */
export function combinePoints(combine: Combine, points: ArrayLike<number>, weights: ArrayLike<number>, count = points.length): number {
  let sum = 0;
  let weightSum = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < count; i++) {
    const p = points[i] ?? 0;
    const w = weights[i] ?? 0;
    weightSum += w;
    if (p < least) least = p;
    if (p > most) most = p;
    if (combine === "arithmetic") sum += w * p;
    else if (combine === "sum") sum += p;
    else if (combine === "geometric" && p > 0) sum += w * ln(p / 100);
    else if (combine === "harmonic" && p > 0) sum += w / p;
  }
  switch (combine) {
    case "arithmetic":
      return sum / weightSum;
    case "geometric":
      return least === 0 ? 0 : 100 * exp(sum / weightSum);
    case "harmonic":
      return least === 0 ? 0 : weightSum / sum;
    case "sum":
      return sum;
    case "min":
      return least;
    case "max":
      return most;
  }
}
