import { describe, expect, test } from "vitest";
import type { MetricDefinition, MetricSource } from "@/lib/domain/define/metric";
import { quarterRevenue } from "@/lib/domain/optimize/back-test/quarter-revenue";
import { followedByMove, followedByTier, revenueChanges } from "@/lib/domain/optimize/back-test/what-followed";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { program } from "../../../support/factories";

describe("the change of a quarter's revenue against the year before", () => {
  test.each([
    ["rose by a tenth", { sold: 110, yearBefore: 100 }, 0.1],
    ["fell by half", { sold: 50, yearBefore: 100 }, -0.5],
    ["sold nothing any more", { sold: null, yearBefore: 100 }, -1],
    ["gave back more than it sold", { sold: -50, yearBefore: 100 }, -1.5],
    ["had sold nothing", { sold: 100, yearBefore: null }, null],
    ["had sold for nothing", { sold: 100, yearBefore: 0 }, null],
    ["had given back", { sold: 100, yearBefore: -1 }, null],
  ] as const)("of one that %s", (_, partner, change) => {
    const other = { sold: 1, yearBefore: 1 };
    const [found, others] = revenueChanges([partner, other]);
    if (change === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(change, 12);
    expect(others).toBe(0);
  });

  test("is not known of a quarter in which nobody has a sale", () => {
    expect(
      revenueChanges([
        { sold: null, yearBefore: 100 },
        { sold: null, yearBefore: 50 },
      ]),
    ).toEqual([null, null]);
  });
});

describe("what followed, by tier,", () => {
  const of = (place: number, changes: readonly (number | null)[]) => changes.map((change) => ({ place, change }));

  test("is the median of those that can be compared, and of fewer than five is not shown", () => {
    const partners = [...of(0, [0.5, -0.5, 0.1, 0.3, null, 0.2]), ...of(1, [1, 2, 3, 4]), ...of(2, [])];
    expect(followedByTier(partners, 3)).toEqual({
      tiers: [
        { partners: 5, medianChange: 0.2 },
        { partners: 4, medianChange: null },
        { partners: 0, medianChange: null },
      ],
      all: { partners: 9, medianChange: 0.5 },
    });
  });

  test("is between the two in the middle of an even number", () => {
    expect(followedByTier(of(0, [6, 1, 2, 4, 3, 5]), 1).all).toEqual({ partners: 6, medianChange: 3.5 });
  });
});

describe("what followed, by movement,", () => {
  const five = (tiers: readonly (number | null)[], changes: readonly (number | null)[]) => new Array(5).fill({ tiers, changes });

  test("is of those that rose, fell or stayed against the quarter before, from the second quarter on", () => {
    const partners = [...five([1, 2, 2], [9, 0.1, null]), ...five([2, 0, 0], [9, -0.2, 0.3]), ...five([1, 1, null], [9, 0, 9])];
    expect(followedByMove(partners)).toEqual({
      risen: { partners: 5, medianChange: 0.1 },
      fallen: { partners: 5, medianChange: -0.2 },
      stayed: { partners: 10, medianChange: expect.closeTo(0.15, 12) },
    });
  });

  test("is not said of fewer than five, nor of partners that were in no tier before", () => {
    expect(followedByMove([{ tiers: [0, 1], changes: [null, 1] }, ...five([null, 1], [null, 1])])).toEqual({
      risen: { partners: 1, medianChange: null },
      fallen: { partners: 0, medianChange: null },
      stayed: { partners: 0, medianChange: null },
    });
  });
});

describe("the revenue of a quarter", () => {
  const metric = (source: MetricSource): MetricDefinition => ({ key: "pos", name: "POS", unit: "money", betterWhen: "higher", source });
  const trailing = { kind: "trailingMonths", months: 12 } as const;

  test("is what the program counts, filter and all, of the quarter alone and at full value", () => {
    const rates = [
      { from: null, bps: 5000 },
      { from: IsoDate.parse("2024-01-01"), bps: 10_000 },
    ];
    const counted = metric({ kind: "posRevenue", window: trailing, filter: { lines: ["bikes"] }, rates });
    expect(quarterRevenue(program({ metrics: [counted], funds: [{ benefit: "mdf", revenue: "pos", bounds: {} }] }))?.source).toEqual({
      kind: "posRevenue",
      window: { kind: "fiscalQuarterToDate" },
      filter: { lines: ["bikes"] },
    });
  });

  test("is null where the program measures no sales", () => {
    expect(quarterRevenue(program())).toBeNull();
    expect(quarterRevenue(program({ metrics: [metric({ kind: "posUnits", window: trailing })] }))).toBeNull();
  });
});
