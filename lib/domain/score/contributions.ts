/**
 * Splits a whole number of grains in proportion to real weights by largest remainder, so that the parts are whole and add up
 * exactly; equal remainders go to the earlier part. All zero when there is nothing to split or nothing weighs anything.
 */
export function apportion(grains: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  if (grains === 0 || weightSum === 0) return weights.map(() => 0);
  const quotas = weights.map((weight) => (grains * weight) / weightSum);
  const parts = quotas.map(Math.floor);
  let left = grains - parts.reduce((sum, part) => sum + part, 0);
  while (left > 0) {
    const next = largestRemainder(quotas, parts);
    parts[next] = (parts[next] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/** A part already raised has a remainder of zero or less, so it is not raised twice before the others. */
function largestRemainder(quotas: readonly number[], parts: readonly number[]): number {
  let best = 0;
  let bestRemainder = Number.NEGATIVE_INFINITY;
  quotas.forEach((quota, index) => {
    const remainder = quota - (parts[index] ?? 0);
    if (remainder > bestRemainder) {
      best = index;
      bestRemainder = remainder;
    }
  });
  return best;
}
