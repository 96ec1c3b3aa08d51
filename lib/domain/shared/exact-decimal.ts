import { powerOfTen } from "./round";

/** A decimal number as a person writes it: `digits` x 10^-`decimals`, exactly. */
export type ExactDecimal = { readonly digits: bigint; readonly decimals: number };

/** The shortest decimal that names this number: 1.0845 is 10845 x 10^-4. RangeError for what is not finite. */
export function exactDecimal(value: number): ExactDecimal {
  const written = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (written === null) throw new RangeError(`${value} is not a decimal number`);
  const [, whole = "", fraction = "", exponent = "0"] = written;
  const decimals = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return decimals >= 0 ? { digits, decimals } : { digits: digits * tenTo(-decimals), decimals: 0 };
}

export function tenTo(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** `numerator` / `denominator` (above zero) as the nearest whole number; a half goes away from zero. */
export function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError(`a denominator must be above zero, not ${denominator}`);
  const magnitude = (2n * (numerator < 0n ? -numerator : numerator) + denominator) / (2n * denominator);
  return numerator < 0n ? -magnitude : magnitude;
}

const PERCENT_DECIMALS = 6;

/** `part` in percent of `whole` (above zero), rounded half away from zero to six decimals: 12.5 means 12.5 %. */
export function percentage(part: bigint, whole: bigint): number {
  return Number(divideHalfAway(part * tenTo(2 + PERCENT_DECIMALS), whole)) / powerOfTen(PERCENT_DECIMALS);
}
