import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import type { FundRule } from "../../../lib/domain/define/fund";
import { type FundPartner, perUnitOfRevenue, proposeAllocations } from "../../../lib/domain/entitle/propose-allocations";
import { toMinor } from "../../../lib/domain/shared/money";

const PROGRAM = defaultProgram("USD"); // MDF a quarter: silver 2,500, gold 10,000, elite 25,000; registered none
const RULE: FundRule = { benefit: "mdf", revenue: "revenue", bounds: { silver: { floor: 3_000, cap: 4_000 } } };

const partner = (code: string, tier: string, score: number | null, revenue: number | null): FundPartner => ({ partner: code, tier, score, revenue });

function proposed(budget: number, partners: readonly FundPartner[], rule = RULE) {
  const proposal = proposeAllocations(PROGRAM, rule, toMinor(budget), partners);
  if (!proposal.ok) throw new Error(`refused: ${proposal.problem.code}`);
  return proposal;
}

describe("a proposal", () => {
  test("shares by score × revenue what the bases leave, within the bounds of the tier", () => {
    const { allocations, unallocated } = proposed(6_000_000, [
      partner("A", "elite", 80, 100_000),
      partner("B", "gold", 60, 50_000),
      partner("C", "silver", 45.5, 1_000),
    ]);
    expect(
      allocations.map(({ partner: code, base, revenue, floor, cap, amount, bound }) => [code, base, revenue, floor, cap, amount, bound]),
    ).toEqual([
      // C's floor takes 3,000; the other 22,000 go 8,000,000 : 3,000,000
      ["A", 2_500_000, 10_000_000, 0, null, 4_100_000, null],
      ["B", 1_000_000, 5_000_000, 0, null, 1_600_000, null],
      ["C", 250_000, 100_000, 300_000, 400_000, 300_000, "floor"],
    ]);
    expect(unallocated).toBe(0);
  });

  test("leaves out whoever's tier is not granted the benefit, and tiers that the program does not know", () => {
    const { allocations } = proposed(3_000_000, [
      partner("A", "elite", 80, 1),
      partner("B", "registered", 39, 500_000),
      partner("C", "platinum", 90, 1),
    ]);
    expect(allocations.map(({ partner: code }) => code)).toEqual(["A"]);
  });

  test.each<[string, number | null, number | null]>([
    ["without a score", null, 100_000],
    ["without revenue", 70, null],
    ["with returns only", 70, -500],
    ["that sold nothing", 70, 0],
  ])("gives a partner %s its base and no part of the rest", (_, score, revenue) => {
    const { allocations } = proposed(4_000_000, [partner("A", "gold", score, revenue), partner("B", "gold", 60, 1_000)]);
    expect(allocations.map(({ amount }) => amount)).toEqual([1_000_000, 3_000_000]);
  });

  test.each([
    ["less than the bases", 1_000_000, [partner("A", "elite", 80, 1)], { code: "budget_too_small", needed: 2_500_000 }],
    ["something to share and no weight", 3_000_000, [partner("A", "elite", null, 1)], { code: "no_weights" }],
    ["nobody", 1, [partner("A", "registered", 30, 1)], { code: "no_weights" }],
  ])("of %s is refused", (_, budget, partners, problem) => {
    expect(proposeAllocations(PROGRAM, RULE, toMinor(budget), partners)).toEqual({ ok: false, problem });
  });

  test("adds up to the budget for any partners", () => {
    const tier = fc.constantFrom("registered", "silver", "gold", "elite");
    const score = fc.option(fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10));
    const revenue = fc.option(fc.integer({ min: -10_000, max: 50_000_000 }).map((cents) => cents / 100));
    const partners = fc.array(fc.tuple(tier, score, revenue), { maxLength: 30 });
    fc.assert(
      fc.property(partners, fc.integer({ min: 0, max: 200_000_000 }), (drawn, budget) => {
        const proposal = proposeAllocations(
          PROGRAM,
          RULE,
          toMinor(budget),
          drawn.map(([of, points, sold], i) => partner(`P${i}`, of, points, sold)),
        );
        if (!proposal.ok) return proposal.problem.code !== "floor_above_cap";
        return proposal.allocations.reduce((sum, { amount }) => sum + amount, proposal.unallocated as number) === budget;
      }),
    );
  });
});

test.each([
  [120_000, 10_000_000, 0.012],
  [0, 10_000_000, 0],
  [120_000, 0, null],
  [120_000, -5, null],
  [120_000, null, null],
])("%d cents on %s cents of revenue are %s of it", (amount, revenue, expected) => {
  expect(perUnitOfRevenue(toMinor(amount), revenue === null ? null : toMinor(revenue), "USD")).toBe(expected);
});
