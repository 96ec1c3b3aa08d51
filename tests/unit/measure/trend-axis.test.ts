import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnFrom } from "@/components/charts/drawn-from";
import { roundTicks } from "@/components/charts/round-ticks";

test.each([
  { values: [520_709, 5_692_125], ticks: [0, 2_000_000, 4_000_000, 6_000_000] },
  { values: [10, 506], ticks: [0, 200, 400, 600] },
  { values: [16.6, 62.1, 337.9], ticks: [0, 100, 200, 300, 400] },
  { values: [0.3, 0.7], ticks: [0, 0.2, 0.4, 0.6, 0.8] },
  { values: [-12, 31], ticks: [-20, 0, 20, 40] },
  { values: [-7, -3], ticks: [-8, -6, -4, -2, 0] },
  { values: [0, 0], ticks: [0, 1] },
  { values: [], ticks: [0, 1] },
])("an axis for $values has the ticks $ticks", ({ values, ticks }) => {
  expect(roundTicks(values)).toEqual(ticks);
});

test("an axis holds every value and zero with two to six evenly spaced ticks", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 8 }), (drawn) => {
      const values = drawn.map((value) => (Math.abs(value) < 1e-6 ? 0 : value));
      const ticks = roundTicks(values);
      const [first = Number.NaN, second = Number.NaN] = ticks;
      const last = ticks.at(-1) ?? Number.NaN;
      const rounding = 1e-9 * (last - first);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks).toContain(0);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(first - rounding);
        expect(value).toBeLessThanOrEqual(last + rounding);
      }
      ticks.forEach((tick, place) => {
        expect(Math.abs(tick - (first + place * (second - first)))).toBeLessThanOrEqual(rounding);
      });
    }),
  );
});

test("a drawing begins at the first quarter in which any series has a value, zero being one", () => {
  expect(
    drawnFrom([
      [null, null, null, 4],
      [null, null, 0, null],
    ]),
  ).toBe(2);
  expect(drawnFrom([[1, null]])).toBe(0);
  expect(drawnFrom([[null, null]])).toBe(0);
  expect(drawnFrom([])).toBe(0);
});
