import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exp, ln } from "../../../lib/domain/shared/natural-log";

describe("logarithm and exponential", () => {
  it("agree with the engine's own to the last places", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(4e-16 * Math.max(1, Math.abs(Math.log(x))));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(1e-15);
      }),
      { numRuns: 2000 },
    );
  });

  it("undo each other", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (x) => {
        expect(exp(ln(x)) / x).toBeCloseTo(1, 13);
      }),
    );
  });

  it("are exact where scores rest on them", () => {
    expect(ln(1)).toBe(0);
    expect(exp(0)).toBe(1);
    expect(ln(2)).toBe(Math.LN2);
  });

  it("end where the numbers end", () => {
    expect(ln(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(ln(-1)).toBeNaN();
    expect(ln(Number.NaN)).toBeNaN();
    expect(ln(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(-800)).toBe(0);
    expect(exp(800)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NaN)).toBeNaN();
  });

  it("do not fall as their argument rises", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: 1e-9, max: 1, noNaN: true }), (x, step) => {
        expect(ln(x + step)).toBeGreaterThanOrEqual(ln(x));
        expect(exp(-x + step)).toBeGreaterThanOrEqual(exp(-x));
      }),
    );
  });
});
