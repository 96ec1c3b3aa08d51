/**
 * Natural logarithm and exponential from + - x / alone. The language leaves the last bits of Math.log, Math.exp and Math.pow to
 * each JavaScript engine; these give the same bits in every one, so a decision has the same bytes on a server and in any browser.
 */

// ln 2 in two parts: a multiple of HIGH by an exponent is exact, LOW carries the rest.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LN2 = Math.LN2;
const EXPONENT_BIAS = 1023;

/** 1 / n! for the exponential: |r| <= ln(2) / 2, so that the terms after r^14 vanish. */
const TAYLOR = inverseFactorials(14);

function inverseFactorials(last: number): Float64Array {
  const inverses = new Float64Array(last + 1).fill(1);
  for (let n = 1; n <= last; n++) inverses[n] = (inverses[n - 1] ?? 0) / n;
  return inverses;
}

const bits = new DataView(new ArrayBuffer(8));

/** 2 to the power of -1023 to 1023, exactly, in that order. Multiplying by one is twice as fast as writing an exponent's bits. */
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2 * EXPONENT_BIAS + 1).fill(1);
  for (let exponent = 1; exponent <= EXPONENT_BIAS; exponent++) {
    powers[EXPONENT_BIAS + exponent] = (powers[EXPONENT_BIAS + exponent - 1] ?? 0) * 2;
    powers[EXPONENT_BIAS - exponent] = (powers[EXPONENT_BIAS - exponent + 1] ?? 0) / 2;
  }
  return powers;
}

function twoTo(exponent: number): number {
  return POWERS_OF_TWO[EXPONENT_BIAS + exponent] ?? Number.NaN;
}

/** ln(x) for a normal positive number, to about one unit of the last place; -Infinity for zero and subnormals, NaN below zero. */
export function ln(x: number): number {
  if (!(x >= 2 ** -1022)) return x >= 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  bits.setFloat64(0, x);
  let exponent = (bits.getUint32(0) >>> 20) - EXPONENT_BIAS;
  let mantissa = x * twoTo(-exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  // ln m = 2 artanh s, s = (m - 1) / (m + 1); |s| < 0.172, so that the terms after s^21 vanish.
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  const tail =
    z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z / 21)))))))));
  return exponent * LN2_HIGH + (2 * s + (2 * s * tail + exponent * LN2_LOW));
}

/** e to the power of x, to about one unit of the last place; 0 below the normal numbers, Infinity above them. */
export function exp(x: number): number {
  if (x > 709) return Number.POSITIVE_INFINITY;
  if (!(x >= -708)) return Number.isNaN(x) ? x : 0;
  const exponent = Math.floor(x / LN2 + 0.5);
  const r = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 0;
  for (let n = TAYLOR.length - 1; n >= 0; n--) sum = sum * r + (TAYLOR[n] ?? 0);
  return sum * twoTo(exponent);
}
