import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { evaluatePopulation } from "../../../lib/domain/evaluate-run";
import { cliffsOf } from "../../../lib/domain/optimize/cliffs";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { populationOf } from "../../../lib/domain/score/population";
import { criterion, day, group, metric, partner, program } from "../score/run-fixture";

const AS_OF = day("2013-11-30");

/** Half the score is revenue, 1,000 for each point; silver is worth 4,000 a year, gold nothing more. */
function selling(overrides: Partial<Program> = {}): Program {
  return program({
    metrics: [metric("sold", { unit: "money", source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 12 } } }), metric("a")],
    score: group("all", [criterion("sold", { curve: { kind: "linear", zeroAt: 0, fullAt: 100_000 } }), criterion("a")]),
    entitlements: {
      benefits: [{ key: "mdf", name: "MDF", kind: "mdf", type: "amount", per: "quarter", outcome: "Growth", owner: "Finance" }],
      grants: { bronze: { mdf: null }, silver: { mdf: 1000 }, gold: { mdf: 1000 } },
    },
    ...overrides,
  });
}

function cliffs(rules: Program, partners: readonly PartnerInput[]) {
  const population = populationOf(rules, partners);
  return cliffsOf(rules, AS_OF, population, evaluatePopulation(rules, AS_OF, population));
}

const partners = [
  partner("P1", { sold: 50_000, a: 40 }), // 45.0: five points short, 10,000 of sales
  partner("P2", { sold: 60_000, a: 39 }), // 49.5: half a point short, 1,000
  partner("P3", { sold: 60_000, a: 45 }), // 52.5: above
  partner("P4", { sold: 100_000, a: -50 }), // 50, and it cannot be more by sales
  partner("P5", { sold: 20_000, a: 60 }), // 40: not near
  partner("P6", { sold: null, a: null }),
];

describe("the cuts between tiers", () => {
  it("say who is near, what the jump is worth, and what sales it takes", () => {
    const [silver, gold] = cliffs(selling(), partners);
    expect(silver).toMatchObject({ lower: "Bronze", upper: "Silver", cut: 50, below: 2, above: 2, typicalRevenue: 60_000 });
    expect(silver?.jump).toMatchObject({ value: 400_000, uncounted: [] });
    expect(silver?.sales).toEqual({
      ...{ tried: 2, crossing: 2, stuck: 0, unknown: 0, step: 1000, furthest: 200_000 },
      needed: { median: 5500, least: 1000, most: 10_000 },
    });
    expect(silver?.share).toBeCloseTo(4000 / 5500, 10);
    expect(silver?.isCliff).toBe(true);
    expect(gold).toMatchObject({ cut: 80, below: 0, above: 0, typicalRevenue: null, sales: null, share: null, isCliff: false });
  });

  it("count who reaches the score and not the rest of what a tier asks as below it, and who no sales help", () => {
    const requires = {
      kind: "all" as const,
      of: [
        { kind: "score" as const, atLeast: 50 },
        { kind: "metric" as const, metric: "a", op: ">=" as const, value: 39 },
      ],
    };
    const rules = selling({
      tiers: [
        { key: "bronze", name: "Bronze", requires: null },
        { key: "silver", name: "Silver", requires },
      ],
    });
    const [silver] = cliffs(rules, partners);
    expect(silver).toMatchObject({ below: 3, above: 1 });
    expect(silver?.sales).toMatchObject({ tried: 3, crossing: 2, stuck: 1 });
  });

  it("are no cliffs where the jump is worth little of the sales, or none are known to be needed", () => {
    const cheap = selling();
    const grants = { bronze: { mdf: null }, silver: { mdf: 100 }, gold: { mdf: 1000 } };
    const rules = { ...cheap, ...(cheap.entitlements && { entitlements: { ...cheap.entitlements, grants } }) };
    expect(cliffs(rules, partners)[0]).toMatchObject({ isCliff: false, share: 400 / 5500 });
    const unsold = selling({ metrics: [metric("sold"), metric("a")] });
    expect(cliffs(unsold, partners)[0]).toMatchObject({ below: 2, typicalRevenue: null, sales: null, isCliff: false });
  });

  it("have nobody near where a tier asks for no score; on a ladder the score of the tiers below counts", () => {
    const requires = { kind: "metric" as const, metric: "a", op: ">=" as const, value: 39 };
    const tiers = selling().tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires } : tier));
    expect(cliffs(selling({ tiers }), partners)[1]).toMatchObject({ cut: null, below: 0, above: 0, sales: null });
    expect(cliffs(selling({ tiers, qualification: "ladder" }), partners)[1]).toMatchObject({ cut: 50, below: 3, above: 1 });
  });

  it("make a year of sales of a shorter window", () => {
    const quarter = metric("sold", { unit: "money", source: { kind: "posRevenue", window: { kind: "trailingMonths", months: 3 } } });
    const [silver] = cliffs(selling({ metrics: [quarter, metric("a")] }), partners);
    expect(silver).toMatchObject({ typicalRevenue: 240_000, sales: { step: 4000, furthest: 800_000, needed: { median: 22_000 } } });
  });

  it("look at some of many that are short, evenly, and at fewer where partners compete for seats", () => {
    const many = Array.from({ length: 100 }, (_, i) => partner(`P${100 + i}`, { sold: 50_000 + 90 * i, a: 40 }));
    expect(cliffs(selling(), many)[0]).toMatchObject({ below: 100, sales: { tried: 90, crossing: 90 } });
    const capacity = { limit: { partners: 500 }, per: "all" as const, ties: "allIn" as const };
    const tiers = selling().tiers.map((tier) => (tier.key === "silver" ? { ...tier, capacity } : tier));
    expect(cliffs(selling({ tiers }), many)[0]).toMatchObject({ below: 100, sales: { tried: 12, crossing: 12 } });
  });
});
