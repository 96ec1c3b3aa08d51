/** Numbers that people set by hand, such as by a slider: as round as the hand is fine. Nothing is decided by these. */

/** To a whole number of steps. */
export function roundToStep(value: number, step: number): number {
  return withoutNoise(Math.round(value / step) * step);
}

/** 1, 2 or 5 with zeros: the largest step that is not above `size`, which is above 0. */
export function roundStep(size: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(size));
  const digits = size / magnitude;
  return withoutNoise((digits >= 5 ? 5 : digits >= 2 ? 2 : 1) * magnitude);
}

/** To so many significant digits. */
export function roundToDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** Takes out the binary noise of a sum such as 0.1 + 0.2. */
export function withoutNoise(value: number): number {
  return roundToDigits(value, 12);
}
