import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestCut, nearestCutOfRun } from "@/components/score/nearest-cut";
import type { Check } from "@/lib/domain/score/decision";
import { decisionOn, partner, program } from "./run-fixture";

const asks = (need: number): Check => ({ kind: "score", subject: "score", op: ">=", verdict: "short", have: null, need, gap: null });
const people: Check = { kind: "metric", subject: "certified", op: ">=", verdict: "met", have: 2, need: 2, gap: 0 };
const group = (kind: "all" | "any" | "not", of: readonly Check[]): Check => ({ kind, verdict: "short", of });
const ladder = (decided: string, score: number | null) => ({
  score,
  tier: { key: decided, name: decided, rank: 1, of: 3 },
  tiers: [
    { key: "base", name: "Base", verdict: "met" as const, check: null, seats: null },
    { key: "gold", name: "Gold", verdict: "short" as const, check: group("all", [asks(60), people]), seats: null },
    { key: "elite", name: "Elite", verdict: "short" as const, check: group("any", [asks(75), asks(90)]), seats: null },
  ],
});

test.each([
  ["gold", 61.5, { tier: "Gold", cut: 60, side: "above" }],
  ["gold", 51.4, { tier: "Gold", cut: 60, side: "below" }],
  ["gold", 60, { tier: "Gold", cut: 60, side: "at" }],
  ["gold", 74.9, { tier: "Elite", cut: 75, side: "below" }],
  ["elite", 78.3, { tier: "Elite", cut: 75, side: "above" }],
  ["base", 80, { tier: "Gold", cut: 60, side: "above" }],
])("in %s a score of %d is told from the cut %j", (decided, score, cut) => expect(nearestCut(ladder(decided, score))).toEqual(cut));

test("a standing is told from the same cuts, by what its run noted of each tier", () => {
  const noted = (tier: string, name: string, rank: number, cut: number | null) => ({ tier, name, rank, cut, partners: 1, before: null });
  const tiers = [noted("elite", "Elite", 2, 75), noted("gold", "Gold", 1, 60), noted("base", "Base", 0, null)];
  expect(nearestCutOfRun(tiers, { tier: "gold", score: 74.9 })).toEqual({ tier: "Elite", cut: 75, side: "below" });
  expect(nearestCutOfRun(tiers, { tier: "base", score: 59 })).toEqual({ tier: "Gold", cut: 60, side: "below" });
  expect(nearestCutOfRun(tiers, { tier: "gold", score: null })).toBeNull();
  expect(
    nearestCutOfRun(
      tiers.map((tier) => ({ ...tier, cut: null })),
      { tier: "gold", score: 61 },
    ),
  ).toBeNull();
});

test("without a score, or where no tier asks for one, there is no cut", () => {
  expect(nearestCut(ladder("gold", null))).toBeNull();
  const { tiers, ...rest } = ladder("base", 50);
  expect(nearestCut({ ...rest, tiers: tiers.map((tier) => ({ ...tier, check: tier.check === null ? null : group("not", [asks(40)]) })) })).toBeNull();
});

test("it is as far from the score as the decision says", () => {
  const tiers = program().tiers;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
      const decision = decisionOn(partner("p", { a: tenths / 10 }), program());
      const nearest = nearestCut({
        score: decision.score,
        tier: { key: decision.decided, name: decision.decided, rank: 0, of: tiers.length },
        tiers: decision.tiers.map(({ tier, verdict, check }) => ({ key: tier, name: tier, verdict, check, seats: null })),
      });
      expect(Math.abs((decision.score ?? Number.NaN) - (nearest?.cut ?? Number.NaN))).toBeCloseTo(decision.distanceToCut ?? Number.NaN, 4);
    }),
  );
});
