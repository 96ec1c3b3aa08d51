const MOST_STEPS = 5;
const ROUND = [1, 2, 5, 10];

/** The values of an axis that holds all of `values` and zero: evenly spaced, at most six, each a 1, 2 or 5 with zeros times a whole number. */
export function roundTicks(values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (low === high) return [0, 1];
  const least = (high - low) / MOST_STEPS;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const steps = ROUND.map((round) => round * magnitude).concat(20 * magnitude);
  const step = steps.find((size) => Math.ceil(high / size) - Math.floor(low / size) <= MOST_STEPS) ?? least;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}
