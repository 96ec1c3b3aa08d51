/** How many values lie in each of equal stretches between two ends, which are included; what lies outside counts at the nearer end. */
export type Distribution = { readonly from: number; readonly to: number; readonly counts: Uint32Array; readonly withoutData: number };

/** NaN is no data. */
export function distribution(values: Float64Array, from: number, to: number, stretches: number): Distribution {
  const counts = new Uint32Array(stretches);
  const width = (to - from) / stretches;
  let withoutData = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) {
      withoutData += 1;
      continue;
    }
    const place = width > 0 ? Math.min(stretches - 1, Math.max(0, Math.floor((value - from) / width))) : 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { from, to, counts, withoutData };
}

/** The lowest and the highest value; null without data. */
export function extentOf(values: Float64Array): readonly [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? null : [low, high];
}
