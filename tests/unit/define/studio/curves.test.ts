import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { handlesOf, moveHandle } from "../../../../components/define/studio/curve-handles";
import { curveOfKind } from "../../../../components/define/studio/curve-of-kind";
import { along, curveScale, stepped, valueAt } from "../../../../components/define/studio/curve-scale";
import { Curve } from "../../../../lib/domain/define/program";

const LINEAR: Curve = { kind: "linear", zeroAt: 10, fullAt: 110 };
const LOG: Curve = { kind: "log", zeroAt: 1_000, fullAt: 500_000 };
const POINTS: Curve = { kind: "points", points: [1, 2, 3].map((value) => ({ value, points: value * 10 })) };
const STEPS: Curve = { kind: "steps", below: 0, steps: [1, 2, 3].map((from) => ({ from, points: from * 10 })) };
const PER_UNIT: Curve = { kind: "perUnit", points: 20, cap: 100 };
const PEERS: Curve = { kind: "percentile", peers: { attribute: "region" } };
const Z: Curve = { kind: "zscore", peers: "all", zeroAt: -2, fullAt: 2 };
const ALL = [LINEAR, LOG, POINTS, STEPS, PER_UNIT, PEERS, Z];

describe("handles", () => {
  test.each<[string, Curve, number, { value: number; points: number }, Curve]>([
    ["where it begins", LINEAR, 0, { value: 20, points: 50 }, { ...LINEAR, zeroAt: 20 }],
    ["where it ends, falling when that is before", LINEAR, 1, { value: -5, points: 0 }, { ...LINEAR, fullAt: -5 }],
    ["of a logarithm, above zero", LOG, 0, { value: 2_000, points: 0 }, { ...LOG, zeroAt: 2_000 }],
    ["of a logarithm, not to zero", LOG, 1, { value: 0, points: 0 }, LOG],
    [
      "a point between its neighbours",
      POINTS,
      1,
      { value: 2.5, points: 140 },
      {
        kind: "points",
        points: [
          { value: 1, points: 10 },
          { value: 2.5, points: 100 },
          { value: 3, points: 30 },
        ],
      },
    ],
    ["a point not past a neighbour", POINTS, 1, { value: 3, points: 20 }, POINTS],
    [
      "a step between its neighbours",
      STEPS,
      2,
      { value: 9, points: -4 },
      {
        ...STEPS,
        steps: [
          { from: 1, points: 10 },
          { from: 2, points: 20 },
          { from: 9, points: 0 },
        ],
      },
    ],
    ["a step not past a neighbour", STEPS, 0, { value: 2, points: 20 }, STEPS],
    ["where points for each end", PER_UNIT, 0, { value: 10, points: 50 }, { kind: "perUnit", points: 5, cap: 50 }],
    ["where points for each end, not at none", PER_UNIT, 0, { value: 0, points: 50 }, PER_UNIT],
    ["none of peers", PEERS, 0, { value: 1, points: 1 }, PEERS],
  ])("move %s", (_, curve, index, place, expected) => {
    expect(moveHandle(curve, index, place)).toEqual(expected);
  });

  test("wherever a handle is moved to, the curve can be read", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.nat(2),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        (curve, index, value, points) => {
          expect(Curve.safeParse(moveHandle(curve, index, { value, points })).success).toBe(true);
        },
      ),
    );
  });
});

describe("scales", () => {
  const extents = [null, [0, 0], [5, 5], [-1e6, 1e9], [0.5, 80]] as const;
  const cases = ALL.flatMap((curve) => extents.map((extent) => [curve.kind, extent, curve] as const));

  test.each(cases)("of %s with partners %j hold every handle, and go from low to high", (_, extent, curve) => {
    const scale = curveScale(curve, extent);
    if (handlesOf(curve).length > 0) expect(scale.until).toBeGreaterThan(scale.from);
    for (const { value } of handlesOf(curve)) {
      expect(along(scale, value)).toBeGreaterThanOrEqual(0);
      expect(along(scale, value)).toBeLessThanOrEqual(1);
    }
  });

  test("begin at zero where no value lies below it", () => {
    expect(curveScale({ kind: "linear", zeroAt: 0, fullAt: 100 }, [0, 50])).toMatchObject({ from: 0 });
    expect(curveScale({ kind: "linear", zeroAt: -20, fullAt: 30 }, [-50, 50])).toMatchObject({ from: -50 });
  });

  test("a share of a scale is a round value near it, and an arrow key goes a round step", () => {
    const scale = { from: 0, until: 1_000, kind: "linear" } as const;
    expect(valueAt(scale, 0.123_456)).toBe(125);
    expect([stepped(scale, 500, 1), stepped(scale, 500, -10)]).toEqual([510, 400]);
    const log = { from: 1, until: 1_000_000, kind: "log" } as const;
    expect(valueAt(log, 0.5)).toBe(1_000);
    expect(stepped(log, 1_000, 1)).toBe(1_020);
  });
});

test.each(ALL.flatMap((before) => ALL.map(({ kind }) => [before.kind, kind, before] as const)))(
  "a curve of %s becomes one of %s",
  (_, kind, before) => {
    for (const extent of [null, [0, 0], [-5, 7]] as const) {
      const curve = curveOfKind(kind, before, extent);
      expect(curve.kind).toBe(kind);
      expect(Curve.safeParse(curve).success).toBe(true);
    }
  },
);

test("a curve of another kind keeps where it begins and ends, and its peers", () => {
  expect(curveOfKind("log", LINEAR, null)).toEqual({ kind: "log", zeroAt: 10, fullAt: 110 });
  expect(curveOfKind("points", { kind: "linear", zeroAt: 10, fullAt: 2 }, null)).toEqual({
    kind: "points",
    points: [
      { value: 2, points: 100 },
      { value: 10, points: 0 },
    ],
  });
  expect(curveOfKind("rank", PEERS, null)).toEqual({ kind: "rank", peers: { attribute: "region" } });
});
