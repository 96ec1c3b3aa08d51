import { describe, expect, it, test } from "vitest";
import { changeGroups } from "@/components/define/change-words";
import { comparedVersion } from "@/components/define/compared-version";
import type { Capacity } from "@/lib/domain/define/capacity";
import type { Program } from "@/lib/domain/define/program";
import { criterion, group, metric, program } from "../score/run-fixture";
import { fullProgram, winRate, withChild, withNode, withNodeIn, withoutNode } from "./full-program";

const full = fullProgram();
const { entitlements, coverage, funds = [], effort = [] } = full;
if (entitlements === undefined || coverage === undefined) throw new Error("the full program has everything");

const told = (after: Program, before: Program = full) => changeGroups(before, after).map(({ stage, sentences }) => [stage, ...sentences]);
const withTier = (key: string, change: Partial<Program["tiers"][number]>): Program => ({
  ...full,
  tiers: full.tiers.map((tier) => (tier.key === key ? { ...tier, ...change } : tier)),
});
const withMetric = (key: string, change: Partial<Program["metrics"][number]>): Program => ({
  ...full,
  metrics: full.metrics.map((one) => (one.key === key ? { ...one, ...change } : one)),
});
const seats: Capacity = { limit: { partners: 3 }, per: { attribute: "region" }, ties: "noneIn" };

describe("a change in words", () => {
  const CHANGES: readonly [after: Program, stage: string, sentence: string][] = [
    [withNode(full, "revenue_points", { weight: 50 }), "Score", "Weight of Revenue: 60 → 50 (30% → 27.8% of the score)."],
    [withNode(full, "fit", { weight: 30 }), "Score", "Weight of Fit: 20 → 30 (20% → 27.3% of the score)."],
    [withNode(full, "fit", { name: "Fitness" }), "Score", "Fit is now called Fitness."],
    [
      withNode(full, "mix_points", { metric: "growth" }),
      "Score",
      "Product mix is measured by: Share of revenue outside the core range → Growth over the 12 months before.",
    ],
    [
      withNode(full, "growth_points", { curve: { kind: "linear", zeroAt: 0, fullAt: 30 } }),
      "Score",
      "Points of Growth: 0 points at 0%, 100 at 30%, a straight line between (was: 0 points at −20%, 100 at 30%, a straight line between).",
    ],
    [
      withNode(full, "growth_points", { missing: { rule: "zero" } }),
      "Score",
      "Growth without data: 0 points (was: left out, the others share its weight).",
    ],
    [withNode(full, "fit", { combine: "min" }), "Score", "How Fit is made of its parts: the lowest counts (was: weighted average)."],
    [withNode(full, "fit", { cap: 90 }), "Score", "Most points of Fit: 100 → 90."],
    [
      withNode(full, "fit", { gate: { requires: { kind: "metric", metric: "certified_people", op: ">=", value: 1 }, zeroes: "service_points" } }),
      "Score",
      "Gate of Fit: Service level gets 0 points unless Certified people at least 1 (was: nothing).",
    ],
    [
      withChild(full, "performance", winRate),
      "Score",
      "New criterion Win rate in Performance, weight 10 (4.5% of the score): Growth over the 12 months before, 0 points at 0%, 100 at 50%, a straight line between.",
    ],
    [withoutNode(full, "growth_points"), "Score", "The criterion Growth in Performance is gone; it had 12.5% of the score."],
    [withNodeIn(full, "mix_points", "fit"), "Score", "The criterion Product mix moves from Performance to Fit (7.5% → 2.6% of the score)."],
    [{ ...full, scoreDecimals: 2 }, "Score", "Scores are rounded to: 1 decimal → 2 decimals."],
    [
      { ...full, robustness: { spreadPercent: 30, solidFromPercent: 90 } },
      "Score",
      "Robustness: every weight is varied by up to 30%, a thousand times: a tier that stays in 90% of them or more is solid, else borderline (was: every weight is varied by up to 20%, a thousand times: a tier that stays in 90% of them or more is solid, else borderline).",
    ],
    [
      withTier("gold", {
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 70 },
            { kind: "node", node: "fit", atLeast: 60 },
          ],
        },
      }),
      "Tiers",
      "Gold asks: score at least 70, and Fit at least 60 (was: score at least 60, and (Certified people at least 2, or Fit at least 60)).",
    ],
    [
      withTier("gold", { capacity: seats }),
      "Tiers",
      "Seats of Gold: at most 3 partners for each region, by score; of equal scores at the edge none (was: no limit).",
    ],
    [withTier("gold", { name: "Or" }), "Tiers", "The tier Gold is now called Or."],
    [
      { ...full, tiers: [...full.tiers, { key: "top", name: "Top", requires: { kind: "score", atLeast: 90 }, capacity: seats }] },
      "Tiers",
      "New tier Top, above Elite; it asks: score at least 90. At most 3 partners for each region, by score; of equal scores at the edge none.",
    ],
    [
      { ...full, qualification: "ladder" },
      "Tiers",
      "Qualification: a partner qualifies for the highest tier up to which it meets every tier (was: a partner qualifies for the highest tier that it meets; each tier stands alone).",
    ],
    [
      { ...full, readings: { kind: "regions", level: 2 } },
      "Tiers",
      "Readings: a partner is measured in each region of level 2 of the tree, and the best counts (was: a partner is measured at each of the last 6 month ends, and the best counts).",
    ],
    [
      { ...full, movement: { ...full.movement, promoteAt: { months: [3, 9] } } },
      "Movement",
      "Promotions happen: at every run → at runs as of March or September.",
    ],
    [{ ...full, movement: { ...full.movement, graceReviews: 2 } }, "Movement", "Grace: 1 missed review → 2 missed reviews."],
    [
      { ...full, movement: { ...full.movement, maxStepsDown: null } },
      "Movement",
      "Demotions go: by at most 1 tier at a time → by any number of tiers.",
    ],
    [{ ...full, movement: { ...full.movement, holdMargin: 1.5 } }, "Movement", "A tier is kept that is missed by less than: 2 points → 1.5 points."],
    [
      { ...full, movement: { ...full.movement, keep: { programYears: 1 } } },
      "Movement",
      "Program year: a tier is kept until the end of the program year in which the partner last qualified for it, and 1 year more (was: a tier is not kept for it).",
    ],
    [
      { ...full, movement: { ...full.movement, newPartners: { months: 12, tier: "silver" } } },
      "Movement",
      "The first months: new partners are Silver for their first 12 months (was: new partners are placed like everybody).",
    ],
    [
      { ...full, entitlements: { ...entitlements, grants: { ...entitlements.grants, gold: { ...entitlements.grants.gold, mdf: 12_000 } } } },
      "Entitlements",
      "Market development funds of Gold: $10,000 a quarter → $12,000 a quarter.",
    ],
    [
      { ...full, entitlements: { ...entitlements, grants: { ...entitlements.grants, gold: { ...entitlements.grants.gold, concierge: true } } } },
      "Entitlements",
      "Concierge support of Gold: nothing → Included.",
    ],
    [
      {
        ...full,
        entitlements: {
          ...entitlements,
          benefits: entitlements.benefits.map((one) => (one.key === "rebate" ? { ...one, limits: { least: 0, most: 600 } } : one)),
        },
      },
      "Entitlements",
      "What a grant of Rebate is: a rate of revenue, 0% to 6% (was: a rate of revenue, 0% to 5%).",
    ],
    [
      { ...full, funds: funds.map((fund) => ({ ...fund, bounds: { ...fund.bounds, gold: { floor: 1000, cap: 2.5 } } })) },
      "Funds",
      "Gold in the fund of Market development funds: at least $1,000, at most $2.50 (was: at most $30,000).",
    ],
    [{ ...full, coverage: { ...coverage, qualifiedTier: "gold" } }, "Coverage", "Partners cover cells from this tier on: Silver → Gold."],
    [withMetric("growth", { betterWhen: "lower" }), "Metrics", "Of Growth over the 12 months before lower is now better, not higher."],
    [
      withMetric("growth", { source: { kind: "posGrowth", window: { kind: "trailingMonths", months: 6 } } }),
      "Metrics",
      "Growth over the 12 months before: Change of POS revenue in the last 6 months against the same length of time before (was: Change of POS revenue in the last 12 months against the same length of time before).",
    ],
    [
      { ...full, metrics: [...full.metrics, metric("turns")] },
      "Metrics",
      "New metric turns: The latest value of the imported metric turns up to the as-of date.",
    ],
    [
      { ...full, effort: effort.slice(0, 1) },
      "Effort",
      "Effort for Certified people: nothing (was: each step of 1 takes 3 (20 days, 5 days more for each further step), 10 steps at most).",
    ],
    [{ ...full, currency: "EUR" }, "Money and time", "Currency: USD → EUR."],
    [{ ...full, exchangeRates: [{ currency: "EUR", rate: 1.25 }, ...full.exchangeRates.slice(1)] }, "Money and time", "1 EUR: 1.1 USD → 1.25 USD."],
    [{ ...full, fiscalCalendar: { kind: "months", startMonth: 4 } }, "Money and time", "The fiscal year starts in: January → April."],
    [
      { ...full, description: "New words." },
      "Program",
      "Description: New words (was: Performance, potential and fit, multiplied: a partner needs all three).",
    ],
  ];
  test.each(CHANGES.map(([after, stage, sentence]) => ({ after, stage, sentence })))("$sentence", ({ after, stage, sentence }) => {
    expect(told(after)).toEqual([[stage, sentence]]);
  });

  it("says no share where weights do not count, and the share of the group where the score is no matter of weights", () => {
    const score = (weight: number) =>
      group("root", [group("a", [criterion("b", { weight }), criterion("c")]), criterion("d", { weight })], { combine: "max" });
    expect(told(program({ score: score(3) }), program({ score: score(1) }))).toEqual([
      ["Score", "Weight of b: 1 → 3 (50% → 75% of a).", "Weight of d: 1 → 3, which counts for nothing where it stands."],
    ]);
  });

  it("tells a new benefit once, with what each tier gets of it", () => {
    const benefit = { key: "lab", name: "Demo lab", kind: "other", type: "included", outcome: "Demonstrations.", owner: "Sales" } as const;
    const grants = Object.fromEntries(
      Object.entries(entitlements.grants).map(([tier, row]) => [tier, { ...row, lab: tier === "elite" ? (true as const) : null }]),
    );
    expect(told({ ...full, entitlements: { benefits: [...entitlements.benefits, benefit], grants } })).toEqual([
      ["Entitlements", "New benefit Demo lab: Elite Included."],
    ]);
  });

  it("tells a tier that is gone once, without its grants", () => {
    const { elite: _elite, ...grants } = entitlements.grants;
    const after = { ...full, tiers: full.tiers.slice(0, 3), entitlements: { ...entitlements, grants }, funds: [] };
    expect(told(after as Program).slice(0, 1)).toEqual([
      ["Tiers", "The tier Elite is gone; it asked: score at least 75, and “Revenue, last 12 months” at least $250,000, and Fit at least 60."],
    ]);
    expect(told(after as Program).map(([stage]) => stage)).toEqual(["Tiers", "Funds"]);
  });

  it("names the place where a key is used twice, and it cannot be said which has changed", () => {
    const twice = (weight: number) => program({ score: group("root", [criterion("a"), criterion("a", { weight })]) });
    expect(told(twice(2), twice(1))).toEqual([["Score", "At score.a.weight: changed."]]);
  });

  it("groups what changed by stage, in the order of the page", () => {
    const after = withNode(
      { ...full, name: "New", currency: "EUR", qualification: "ladder", movement: { ...full.movement, graceReviews: 0 } },
      "fit",
      { weight: 1 },
    );
    expect(told(after).map(([stage]) => stage)).toEqual(["Program", "Score", "Tiers", "Movement", "Money and time"]);
  });
});

describe("the version that another is compared with", () => {
  test.each([
    ["the one before", { version: 3, basedOn: null }, [4, 2, 1], undefined, 2],
    ["the one that it is based on", { version: 3, basedOn: 1 }, [4, 2, 1], undefined, 1],
    ["the one asked for", { version: 3, basedOn: 1 }, [4, 2, 1], 4, 4],
    ["the one before, when there is none of the number asked for", { version: 3, basedOn: null }, [2, 1], 9, 2],
    ["none, of the first version", { version: 1, basedOn: null }, [3, 2], undefined, undefined],
    ["never itself", { version: 2, basedOn: null }, [1], 2, 1],
  ])("is %s", (_name, shown, others, asked, against) => expect(comparedVersion(shown, others, asked)).toBe(against));
});
