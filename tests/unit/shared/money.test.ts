import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Bps } from "../../../lib/domain/shared/minor";
import { allocateByWeight, majorToMinor, minorDigits, minorText, minorToMajor, percentOf, toMinor } from "../../../lib/domain/shared/money";

const anyAmount = fc.maxSafeInteger().map(toMinor);
const anyWeights = fc.array(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.maxSafeNat()), { minLength: 1, maxLength: 20 });

describe("minor units", () => {
  test.each([
    ["USD", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["CLF", 4],
    ["XYZ", 2],
    ["constructor", 2],
  ])("%s has %d decimals", (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  test.each([
    [12_345, "USD", 123.45],
    [12_345, "JPY", 12_345],
    [12_345, "KWD", 12.345],
    [-5, "USD", -0.05],
  ])("%d minor units of %s are %d and back", (minor, currency, major) => {
    expect(minorToMajor(toMinor(minor), currency)).toBe(major);
    expect(majorToMinor(major, currency)).toBe(minor);
  });

  it("round a half away from zero on the way in", () => {
    expect(majorToMinor(1.005, "USD")).toBe(101);
    expect(majorToMinor(-1.005, "USD")).toBe(-101);
    expect(majorToMinor(0.5, "JPY")).toBe(1);
  });

  it("come from the database's bigint when they fit", () => {
    expect(toMinor(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(Object.is(toMinor(-0), 0)).toBe(true);
  });

  test.each([9_007_199_254_740_992n, 2n ** 63n, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("refuse %s", (amount) => {
    expect(() => toMinor(amount)).toThrow(RangeError);
  });

  it("refuse a major amount that is too large, naming it", () => {
    expect(() => majorToMinor(1e15, "USD")).toThrow("100000000000000000 minor units are not a whole number");
  });
});

describe("a rate of an amount", () => {
  test.each([
    [10_000, 250, 250],
    [101, 5_000, 51],
    [-101, 5_000, -51],
    [99, 50, 0],
    [100, 50, 1],
    [9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
    [9_007_199_254_740_991, 1, 900_719_925_474],
  ])("of %d at %d basis points is %d", (amount, rate, part) => {
    expect(percentOf(toMinor(amount), Bps.parse(rate))).toBe(part);
  });

  it("refuses what no longer fits", () => {
    expect(() => percentOf(toMinor(Number.MAX_SAFE_INTEGER), Bps.parse(20_000))).toThrow(RangeError);
  });
});

describe("splitting an amount", () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [101, [2, 1], [67, 34]],
    [5, [1, 1, 1, 1], [2, 1, 1, 1]],
    [7, [0, 0], [4, 3]],
    [7, [0, 5], [0, 7]],
    [0, [3, 4], [0, 0]],
  ])("%d by %j is %j", (total, weights, parts) => {
    expect(allocateByWeight(toMinor(total), weights)).toEqual(parts);
  });

  it("always adds up, and gives each within one unit of its exact share", () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (total, weights) => {
        const parts = allocateByWeight(total, weights);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
        const weightTotal = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        if (weightTotal === 0n) return;
        parts.forEach((part, i) => {
          const difference = BigInt(part) * weightTotal - BigInt(total) * BigInt(weights[i] ?? 0);
          expect(difference < weightTotal && -difference < weightTotal).toBe(true);
        });
      }),
    );
  });

  test.each([[[]], [[1, -1]], [[0.5]], [[Number.NaN]]])("refuses the weights %j", (weights) => {
    expect(() => allocateByWeight(toMinor(100), weights)).toThrow(RangeError);
  });
});

test.each([
  [120_450, "USD", "1204.50"],
  [5, "USD", "0.05"],
  [-5, "USD", "-0.05"],
  [0, "USD", "0.00"],
  [120_450, "JPY", "120450"],
  [1_234, "KWD", "1.234"],
  [Number.MAX_SAFE_INTEGER, "USD", "90071992547409.91"],
])("%d minor units of %s are written %s", (amount, currency, text) => {
  expect(minorText(toMinor(amount), currency)).toBe(text);
});
