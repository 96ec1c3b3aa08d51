import { describe, expect, it, test } from "vitest";
import { curveFunction, type OwnCurve } from "../../../lib/domain/score/curve";

const tables: readonly { readonly name: string; readonly curve: OwnCurve; readonly points: readonly (readonly [number, number])[] }[] = [
  {
    name: "a rising line is flat outside its goalposts",
    curve: { kind: "linear", zeroAt: -20, fullAt: 30 },
    points: [
      [-1e15, 0],
      [-20, 0],
      [5, 50],
      [30, 100],
      [1e15, 100],
    ],
  },
  {
    name: "a falling line gives the most for the least",
    curve: { kind: "linear", zeroAt: 10, fullAt: 2 },
    points: [
      [0, 100],
      [2, 100],
      [6, 50],
      [10, 0],
      [11, 0],
    ],
  },
  {
    name: "a rising logarithm takes equal factors for equal points",
    curve: { kind: "log", zeroAt: 1_000, fullAt: 100_000 },
    points: [
      [-5, 0],
      [0, 0],
      [1_000, 0],
      [10_000, 50],
      [100_000, 100],
      [1e9, 100],
    ],
  },
  {
    name: "a falling logarithm is full at and below zero",
    curve: { kind: "log", zeroAt: 100, fullAt: 1 },
    points: [
      [-5, 100],
      [0, 100],
      [1, 100],
      [10, 50],
      [100, 0],
      [1e9, 0],
    ],
  },
  {
    name: "points are joined by straight lines and flat outside",
    curve: {
      kind: "points",
      points: [
        { value: 70, points: 10 },
        { value: 90, points: 70 },
        { value: 98, points: 100 },
      ],
    },
    points: [
      [0, 10],
      [70, 10],
      [80, 40],
      [90, 70],
      [94, 85],
      [98, 100],
      [100, 100],
    ],
  },
  {
    name: "a step begins at its edge, which it includes",
    curve: {
      kind: "steps",
      below: 5,
      steps: [
        { from: 1, points: 60 },
        { from: 2, points: 85 },
      ],
    },
    points: [
      [-1, 5],
      [0.999, 5],
      [1, 60],
      [1.999, 60],
      [2, 85],
      [1e15, 85],
    ],
  },
  {
    name: "units earn points, parts of a unit too, up to the cap",
    curve: { kind: "perUnit", points: 20, cap: 90 },
    points: [
      [-3, 0],
      [0, 0],
      [0.5, 10],
      [3, 60],
      [4.5, 90],
      [5, 90],
    ],
  },
];

describe.each(tables)("$name", ({ curve, points }) => {
  test.each(points)("at %d: %d points", (value, expected) => {
    expect(curveFunction(curve)(value)).toBeCloseTo(expected, 10);
  });
});

describe("a logarithm", () => {
  it("is exactly 0 and 100 at its goalposts", () => {
    const points = curveFunction({ kind: "log", zeroAt: 10_000, fullAt: 1_000_000 });
    expect([points(10_000), points(1_000_000)]).toEqual([0, 100]);
  });
});
