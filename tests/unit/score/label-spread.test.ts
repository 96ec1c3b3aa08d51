import fc from "fast-check";
import { expect, test } from "vitest";
import { labelSpread } from "@/components/charts/label-spread";

test("a label without room beside a more important one is left out", () => {
  expect([...labelSpread([0, 0.1, 0.5, 1], [3, 0, 2, 1], 0.2)]).toEqual([3, 0, 2]);
});

test("labels at the same place, and an index given twice, are kept once", () => {
  expect([...labelSpread([0.5, 0.5], [1, 1, 0], 0)]).toEqual([1, 0]);
  expect([...labelSpread([0.5, 0.5], [1, 1, 0], 0.1)]).toEqual([1]);
});

test("labels that are kept never come nearer to each other than their room, and the most important one is always kept", () => {
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(places, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (axis, room) => {
      const kept = [...labelSpread(axis, axis.map((_, index) => index).reverse(), room)];
      expect(kept[0]).toBe(axis.length - 1);
      const at = kept.map((index) => axis[index] ?? Number.NaN).toSorted((a, b) => a - b);
      at.slice(1).forEach((place, index) => {
        expect(place - (at[index] ?? Number.NaN)).toBeGreaterThanOrEqual(room);
      });
    }),
  );
});
