import type { Bps, Minor } from "./minor";
import { powerOfTen, unitsOf } from "./round";

// Only their types: a browser counts money without the schemas.
export type { Bps, Minor } from "./minor";

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Decimals of a currency's major unit: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return Object.hasOwn(MINOR_DIGITS, currency) ? (MINOR_DIGITS[currency] ?? 2) : 2;
}

/** The one door into `Minor`. RangeError for fractions and for what a safe integer cannot hold. */
export function toMinor(amount: number | bigint): Minor {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${amount} minor units are not a whole number between -(2^53 - 1) and 2^53 - 1`);
  return (value === 0 ? 0 : value) as Minor;
}

/** Major units as a number, for metrics and display. */
export function minorToMajor(amount: Minor, currency: string): number {
  return amount / powerOfTen(minorDigits(currency));
}

/** Major units as a plain decimal with all the currency's digits, for files and messages: 120450 cents are "1204.50". */
export function minorText(amount: Minor, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const sign = amount < 0 ? "-" : "";
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Rounds half away from zero to the currency's minor unit. RangeError when the result does not fit. */
export function majorToMinor(amount: number, currency: string): Minor {
  return toMinor(unitsOf(amount, minorDigits(currency)));
}

/** `rate` of an amount, rounded half away from zero to the minor unit. RangeError when the result does not fit. */
export function percentOf(amount: Minor, rate: Bps): Minor {
  const magnitude = (BigInt(Math.abs(amount)) * BigInt(rate) * 2n + 10_000n) / 20_000n;
  return toMinor(amount < 0 ? -magnitude : magnitude);
}

/**
 * Splits `total` in proportion to whole-number weights by largest remainder: the parts always add up to the total, and each is
 * within one minor unit of its exact share. Equal remainders are served in the order given, so give a stable one. A negative
 * total is split like its magnitude. Weights that are all zero share equally. RangeError for weights that are negative,
 * fractional or missing.
 */
export function allocateByWeight(total: Minor, weights: readonly number[]): Minor[] {
  if (weights.length === 0) throw new RangeError("an amount cannot be split among nobody");
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`a weight must be a whole number, 0 or more, not ${weight}`);
  }
  return splitByWeight(BigInt(total), weights.map(BigInt)).map(toMinor);
}

/** The same in any whole unit, for weights beyond what a number holds; each 0 or more, and at least one of them given. */
export function splitByWeight(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.every((weight) => weight === 0n) ? weights.map(() => 1n) : weights;
  const weightTotal = whole.reduce((sum, weight) => sum + weight, 0n);
  const magnitude = total < 0n ? -total : total;
  const parts = whole.map((weight) => (magnitude * weight) / weightTotal);
  const remainders = whole.map((weight) => (magnitude * weight) % weightTotal);
  const left = Number(magnitude - parts.reduce((sum, part) => sum + part, 0n));
  const served = new Set(
    remainders
      .map((remainder, index) => ({ remainder, index }))
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map((part, index) => {
    const amount = served.has(index) ? part + 1n : part;
    return total < 0n ? -amount : amount;
  });
}
