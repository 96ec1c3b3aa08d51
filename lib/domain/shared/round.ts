const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12] as const;

/** 10 to the power of `exponent` (a whole number, 0 to 12), exactly. */
export function powerOfTen(exponent: number): number {
  const power = POWERS_OF_TEN[exponent];
  if (power === undefined) throw new RangeError(`decimals must be a whole number from 0 to ${POWERS_OF_TEN.length - 1}, not ${exponent}`);
  return power;
}

/**
 * Rounds to `decimals` places; a half goes away from zero: 2.5 -> 3, -2.5 -> -3, and 1.005 -> 1.01.
 *
 * A half is what a person reads as a half: a value within four units of the last binary place of one counts as one, because
 * 1.005 and a mean such as 72.49499999999999 are halves that binary fractions cannot write. Never returns -0.
 */
export function roundHalfAway(value: number, decimals: number): number {
  const power = powerOfTen(decimals);
  const scaled = Math.abs(value) * power;
  // From here on a number has no binary places left to round (and NaN and Infinity have none at all).
  if (!(scaled < 2 ** 52)) return value;
  const whole = Math.floor(scaled);
  // The cap keeps the tolerance far below a unit for amounts so large that their last binary places are worth as much.
  const tolerance = Math.min(scaled * 2 ** -50, 2 ** -10);
  const rounded = (scaled - whole >= 0.5 - tolerance ? whole + 1 : whole) / power;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** How many units of 10^-decimals a value makes, rounded half away from zero: 72.5 with one decimal makes 725. */
export function unitsOf(value: number, decimals: number): number {
  return Math.round(roundHalfAway(value, decimals) * powerOfTen(decimals));
}
