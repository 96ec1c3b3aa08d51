import { expect, test } from "vitest";
import { curveShape } from "@/components/charts/curve-shape";
import type { Curve } from "@/lib/domain/define/program";

const OWN: readonly (readonly [Curve, readonly [number, number]])[] = [
  [{ kind: "linear", zeroAt: -20, fullAt: 30 }, [-20, 30]],
  [{ kind: "linear", zeroAt: 30, fullAt: 5 }, [5, 30]],
  [{ kind: "log", zeroAt: 1000, fullAt: 500_000 }, [1000, 500_000]],
  [
    {
      kind: "points",
      points: [
        { value: 70, points: 0 },
        { value: 90, points: 70 },
        { value: 98, points: 100 },
      ],
    },
    [70, 98],
  ],
  [
    {
      kind: "steps",
      below: 0,
      steps: [
        { from: 1, points: 60 },
        { from: 3, points: 100 },
      ],
    },
    [0, 3],
  ],
  [{ kind: "perUnit", points: 20, cap: 100 }, [0, 5]],
];

test.each(OWN)("%j is drawn from left to right over both its ends", (curve, ends) => {
  const shape = curveShape(curve, null);
  expect(shape?.ends).toEqual(ends);
  const values = shape?.line.map(([value]) => value) ?? [];
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(values[0]).toBeLessThanOrEqual(ends[0]);
  expect(values.at(-1)).toBeGreaterThan(ends[1]);
  expect(shape?.line.every(([, points]) => points >= 0 && points <= 100)).toBe(true);
});

test("a value far outside does not squeeze the curve into a corner", () => {
  const shape = curveShape({ kind: "linear", zeroAt: 0, fullAt: 100 }, 1_000_000);
  expect(shape?.values).toEqual([0, 200]);
});

test("a curve relative to peers has no line of its own", () => expect(curveShape({ kind: "percentile", peers: "all" }, 5)).toBeNull());
