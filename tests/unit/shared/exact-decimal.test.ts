import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideHalfAway, exactDecimal, percentage } from "@/lib/domain/shared/exact-decimal";

describe("exactDecimal", () => {
  test.each([
    [1.0845, 10_845n, 4],
    [-0.25, -25n, 2],
    [150, 150n, 0],
    [0, 0n, 0],
    [1e-7, 1n, 7],
    [2.5e-9, 25n, 10],
    [1e21, 10n ** 21n, 0],
    [1.5e22, 15n * 10n ** 21n, 0],
  ])("writes %d as %d and %i decimals", (value, digits, decimals) => {
    expect(exactDecimal(value)).toEqual({ digits, decimals });
  });

  test("names the same number again", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { digits, decimals } = exactDecimal(value);
        expect(Number(`${digits}e-${decimals}`)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (value) => {
    expect(() => exactDecimal(value)).toThrow(RangeError);
  });
});

describe("divideHalfAway", () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 7n, 0n],
  ])("%d / %d is %d", (numerator, denominator, quotient) => {
    expect(divideHalfAway(numerator, denominator)).toBe(quotient);
  });

  test.each([0n, -1n])("refuses the denominator %d", (denominator) => {
    expect(() => divideHalfAway(1n, denominator)).toThrow(RangeError);
  });
});

test("a percentage is exact where six decimals are, however large the amounts", () => {
  expect(percentage(1n, 8n)).toBe(12.5);
  expect(percentage(-(10n ** 30n), 8n * 10n ** 30n)).toBe(-12.5);
  expect(percentage(2n, 3n)).toBe(66.666667);
  expect(percentage(0n, 3n)).toBe(0);
});
