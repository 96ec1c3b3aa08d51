import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { roundHalfAway } from "../../../lib/domain/shared/round";

describe("rounding half away from zero", () => {
  test.each([
    // value, decimals, rounded
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [2.4999, 0, 2],
    [0.5, 0, 1],
    [-0.5, 0, -1],
    [-0.4, 0, 0],
    [0, 4, 0],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [1.0049, 2, 1],
    [2.675, 2, 2.68],
    [8.345, 2, 8.35],
    [72.45, 1, 72.5],
    [72.449, 1, 72.4],
    [1e21, 2, 1e21],
    [Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER],
    [90_071_992_547_409.91, 2, 90_071_992_547_409.91],
  ])("%d to %d decimals is %d", (value, decimals, rounded) => {
    expect(roundHalfAway(value, decimals)).toBe(rounded);
  });

  it("takes a half that arithmetic has missed by a hair for the half it is", () => {
    const noisy = 0.1 * 3 * 241.65;
    expect(noisy).not.toBe(72.495);
    expect(roundHalfAway(noisy, 2)).toBe(72.5);
    expect(roundHalfAway(72.49499999999999, 2)).toBe(72.5);
  });

  it("never gives minus zero, which JSON and people write as zero", () => {
    expect(Object.is(roundHalfAway(-0.001, 2), 0)).toBe(true);
    expect(Object.is(roundHalfAway(-0, 2), 0)).toBe(true);
  });

  it("refuses decimals it has no exact power of ten for", () => {
    expect(() => roundHalfAway(1, 13)).toThrow(RangeError);
    expect(() => roundHalfAway(1, 0.5)).toThrow("decimals must be a whole number from 0 to 12, not 0.5");
  });

  it("is symmetric, changes a value by at most half a unit, and leaves a rounded value alone", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const rounded = roundHalfAway(value, decimals);
        expect(roundHalfAway(-value, decimals)).toBe(rounded === 0 ? 0 : -rounded);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
        expect(roundHalfAway(rounded, decimals)).toBe(rounded);
      }),
    );
  });

  it("agrees with rounding in whole numbers for every decimal number of three places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (thousandths) => {
        const expected = Math.floor((thousandths + 5) / 10) / 100;
        expect(roundHalfAway(thousandths / 1000, 2)).toBe(expected);
      }),
    );
  });
});
