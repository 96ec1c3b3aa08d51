import { describe, expect, it } from "vitest";
import type { Condition, Program } from "../../../../lib/domain/define/program";
import { criterion, day, group, metric, partner, program } from "../run-fixture";
import { adviceTo, changesIn, effort, pathsOf } from "./path-fixture";

const EASY_A = effort("a");
const atLeast = (key: string, value: number): Condition => ({ kind: "metric", metric: key, op: ">=", value });
const asksFor = (requires: Condition): Partial<Program> => ({
  tiers: [
    { key: "bronze", name: "Bronze", requires: null },
    { key: "gold", name: "Gold", requires },
  ],
});

describe("where there is no path", () => {
  it("says so in the highest tier", () => {
    expect(adviceTo(partner("p", { a: 90 }), program({ effort: [EASY_A] }))).toEqual({ kind: "highest" });
  });

  it("says that the figures qualify already, where only movement is between", () => {
    const held = { previous: { tier: "bronze", since: day("2013-05-31"), missedReviews: 0 } };
    const rules = program({ effort: [EASY_A], movement: { ...program().movement, promoteAt: { months: [6] } } });
    expect(adviceTo(partner("p", { a: 60 }, held), rules)).toEqual({ kind: "reached", tier: "silver", by: "2014-06-30" });
  });

  it("leads back to the tier held in grace before any other", () => {
    const held = { previous: { tier: "gold", since: day("2013-05-31"), missedReviews: 0 } };
    const rules = program({ effort: [effort("a", { step: 10 })], movement: { ...program().movement, graceReviews: 1 } });
    expect(adviceTo(partner("p", { a: 60 }, held), rules)).toMatchObject({ kind: "paths", tier: "gold", paths: [{ effort: 2 }] });
  });

  it("names a program without effort", () => {
    expect(adviceTo(partner("p", { a: 0 }), program())).toMatchObject({ kind: "no_effort", tier: "silver" });
  });

  it("says what lacks when everything is at its end", () => {
    const rules = program({ ...asksFor({ kind: "all", of: [atLeast("a", 20), atLeast("b", 1)] }), effort: [EASY_A, effort("b")] });
    expect(adviceTo(partner("p", { a: 5, b: 0 }), rules)).toMatchObject({
      kind: "out_of_reach",
      tier: "gold",
      missing: [
        {
          tier: "gold",
          verdict: "short",
          check: {
            of: [
              { subject: "a", have: 15, gap: 5 },
              { subject: "b", verdict: "met", have: 10 },
            ],
          },
        },
      ],
    });
  });

  it("tries each way where there is too much to look at and few ways, and else gives no answer rather than a wrong one", () => {
    const of = Array.from({ length: 40 }, (_, i) => atLeast("a", i));
    const kindWith = (mostSteps: number) =>
      adviceTo(partner("p", { a: 0 }), program({ ...asksFor({ kind: "atLeast", count: 20, of }), effort: [{ ...EASY_A, mostSteps }] })).kind;
    expect([18, 19, 2_000].map(kindWith)).toEqual(["out_of_reach", "paths", "too_complex"]);
  });

  it("comes to an end where what follows from the one step there is would be larger than a metric can be", () => {
    const ratio = { kind: "ratio", numerator: "a", denominator: "b", times: 1e15 } as const;
    const rules = program({
      ...asksFor({ kind: "not", condition: { kind: "score", atLeast: 0 } }),
      metrics: [metric("a"), metric("b"), metric("c", { source: ratio })],
      effort: [EASY_A],
    });
    expect(adviceTo(partner("p", { a: 1, b: 1, c: 1e15 }), rules).kind).toBe("out_of_reach");
  });

  it("refuses a tier that the program does not have", () => {
    expect(() => adviceTo(partner("p", { a: 0 }), program({ effort: [EASY_A] }), { tier: "diamond" })).toThrow('the program has no tier "diamond"');
  });
});

describe("among others", () => {
  const best = { kind: "rank", peers: "all" } as const;
  const others = [partner("q", { a: 10, b: 0 }), partner("r", { a: 20, b: 0 }), partner("s", { a: 30, b: 0 })];

  it("a place is won by passing the next one, which the partner itself is not told", () => {
    const rules = program({ score: criterion("a", { curve: best }), effort: [effort("a", { mostSteps: 30 })] });
    expect(pathsOf(adviceTo(partner("p", { a: 5 }), rules, { among: others })).map(changesIn)).toEqual([["a 5 → 20"]]);
    expect(adviceTo(partner("p", { a: 5 }), rules, { among: others, others: "hidden" }).kind).toBe("depends_on_others");
  });

  it("a partner is told what it can do where its place stays as it is", () => {
    const score = group("s", [criterion("a", { curve: best }), criterion("b")]);
    const rules = program({ score, effort: [effort("a"), effort("b", { step: 10 })] });
    const asked = { among: others, others: "hidden" } as const;
    // Of two criteria of equal weight the third place of four brings 33.3 points, so that b must bring 66.7.
    expect(pathsOf(adviceTo(partner("p", { a: 15, b: 0 }), rules, asked)).map(changesIn)).toEqual([["b 0 → 70"]]);
  });

  it("of a tier with few seats the score must win one; the partner is told what the tier asks", () => {
    const [bronze, silver] = program().tiers;
    if (bronze === undefined || silver === undefined) throw new Error("the fixture lacks tiers");
    const seats = (ties: "allIn" | "noneIn") =>
      program({
        tiers: [bronze, { ...silver, capacity: { limit: { partners: 1 }, per: "all", ties } }],
        effort: [effort("a", { mostSteps: 60 })],
      });
    const rival = [partner("q", { a: 70 })];
    const told = (rules: Program, a: number) => adviceTo(partner("p", { a }), rules, { among: rival, others: "hidden" });
    expect(pathsOf(adviceTo(partner("p", { a: 40 }), seats("noneIn"), { among: rival })).map(changesIn)).toEqual([["a 40 → 71"]]);
    expect(pathsOf(adviceTo(partner("p", { a: 40 }), seats("allIn"), { among: rival })).map(changesIn)).toEqual([["a 40 → 70"]]);
    expect(pathsOf(told(seats("noneIn"), 40)).map(changesIn)).toEqual([["a 40 → 50"]]);
    expect(told(seats("noneIn"), 60)).toEqual({ kind: "seats_taken", tier: "silver", by: "2013-12-31" });
  });
});

describe("of several readings", () => {
  const measured = (values: Record<string, number>) => partner("", values).metrics;

  it("the latest month end is bettered, whichever counts now", () => {
    const rules = program({ readings: { kind: "monthEnds", last: 2 }, effort: [effort("a", { step: 10, mostSteps: 8 })] });
    const one = partner("p", { a: 30 }, { readings: [{ reading: "2013-10-31", metrics: measured({ a: 60 }) }] });
    expect(adviceTo(one, rules)).toMatchObject({ tier: "gold", paths: [{ steps: [{ from: 30, to: 80 }] }] });
  });

  it("the region that counts is bettered, and what is not measured by region as it is", () => {
    const score = group("s", [criterion("a"), criterion("b")]);
    const rules = program({
      score,
      readings: { kind: "regions", level: 1 },
      effort: [effort("a", { step: 10 }), effort("b", { step: 10, effort: 1.5 })],
    });
    const readings = ["north", "south"].map((reading) => ({ reading, metrics: measured({ a: reading === "north" ? 40 : 10 }) }));
    const advice = adviceTo(partner("p", { a: 50, b: 40 }, { readings }), rules);
    expect(pathsOf(advice)[0]).toMatchObject({ steps: [{ metric: "a", from: 40, to: 60 }], score: 50, qualifies: "silver" });
    expect(pathsOf(adviceTo(partner("p", { a: 50, b: 40 }, { readings }), rules, { others: "hidden" }))).toEqual(pathsOf(advice));
  });
});
