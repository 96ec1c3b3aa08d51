import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import type { Readings } from "../../../lib/domain/define/readings";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { MetricInput, PartnerInput, Reading } from "../../../lib/domain/run-input";
import { criterion, day, group, partner, program } from "./run-fixture";

const measured = (value: number | null): MetricInput => ({ value, facts: 1, from: null, until: null });
const reading = (key: string, values: Readonly<Record<string, number | null>>): Reading => ({
  reading: key,
  metrics: Object.fromEntries(Object.entries(values).map(([metric, value]) => [metric, measured(value)])),
});
const evaluate = (readings: Readings, partners: readonly PartnerInput[], overrides: Partial<Program> = {}) =>
  evaluateRun({ program: program({ readings, ...overrides }), asOf: day("2013-11-30"), partners });
const decisionOf = (...args: Parameters<typeof evaluate>) => evaluate(...args)[0]?.toJSON();

describe("the best of several month ends", () => {
  const monthEnds: Readings = { kind: "monthEnds", last: 3 };

  it("is the one that reaches the highest tier, with its score and its metrics", () => {
    const readings = [reading("2013-09-30", { a: 82 }), reading("2013-10-31", { a: 55 })];
    expect(decisionOf(monthEnds, [partner("p", { a: 60 }, { readings })])).toMatchObject({
      ...{ reading: "2013-09-30", score: 82, qualified: "gold", metrics: { a: { value: 82 } } },
      nodes: [{ key: "a", points: 82 }],
    });
  });

  it("is the newest of those that reach the same tier, though another has the higher score", () => {
    const readings = [reading("2013-09-30", { a: 70 }), reading("2013-10-31", { a: 75 })];
    expect(decisionOf(monthEnds, [partner("p", { a: 60 }, { readings })])).toMatchObject({ reading: null, score: 60, qualified: "silver" });
    expect(decisionOf(monthEnds, [partner("p", { a: 40 }, { readings })])).toMatchObject({ reading: "2013-10-31", score: 75, qualified: "silver" });
  });

  it("is the run's own where there is no other, and is stated all the same", () => {
    expect(decisionOf(monthEnds, [partner("p", { a: 60 })])).toMatchObject({ reading: null, score: 60 });
    expect(evaluateRun({ program: program(), asOf: day("2013-11-30"), partners: [partner("p", { a: 60 })] })[0]?.toJSON()).not.toHaveProperty(
      "reading",
    );
  });

  it("is measured among the peers of the same month end", () => {
    const peers = { score: criterion("a", { curve: { kind: "rank", peers: "all" } }) };
    const partners = [
      partner("p", { a: 1 }, { readings: [reading("2013-10-31", { a: 10 })] }),
      partner("q", { a: 2 }, { readings: [reading("2013-10-31", { a: 9 })] }),
      partner("r", { a: 3 }),
    ];
    expect(evaluate(monthEnds, partners, peers).map(({ score, reading: key }) => [key, score])).toEqual([
      ["2013-10-31", 100],
      [null, 50],
      [null, 100],
    ]);
  });

  it("may hold a tier by its margin where the newest does not", () => {
    const rules = { movement: { ...program().movement, holdMargin: 2 } };
    const previous = { tier: "gold", since: day("2013-05-31"), missedReviews: 0 };
    const held = partner("p", { a: 60 }, { previous, readings: [reading("2013-10-31", { a: 79 })] });
    expect(decisionOf(monthEnds, [held], rules)).toMatchObject({ score: 60, decided: "gold", movement: { code: "held_by_margin" } });
  });
});

describe("the best of several regions", () => {
  const regions: Readings = { kind: "regions", level: 1 };
  const both = { score: group("all", [criterion("a"), criterion("b")]) };

  it("wins by its tier, then by its score, then by its code; what is not measured by region is the same in all", () => {
    const readings = [reading("us", { a: 60 }), reading("de", { a: 90 }), reading("at", { a: 90 })];
    // The whole, which would be gold, does not count.
    expect(decisionOf(regions, [partner("p", { a: 100, b: 30 }, { readings })], both)).toMatchObject({
      ...{ reading: "at", score: 60, qualified: "silver", metrics: { a: { value: 90 }, b: { value: 30 } } },
    });
  });

  it("is the whole for a partner without a region", () => {
    expect(decisionOf(regions, [partner("p", { a: 90, b: 90 })], both)).toMatchObject({ reading: null, score: 90, qualified: "gold" });
  });

  it("competes for the seats of a tier with its best score", () => {
    const tiers = program().tiers.map((tier) =>
      tier.key === "gold" ? { ...tier, capacity: { limit: { partners: 1 }, per: "all" as const, ties: "noneIn" as const } } : tier,
    );
    const partners = [partner("p", { a: 0 }, { readings: [reading("de", { a: 95 }), reading("us", { a: 99 })] }), partner("q", { a: 97 })];
    expect(evaluate(regions, partners, { tiers }).map(({ reading: key, qualified }) => [key, qualified])).toEqual([
      ["us", "gold"],
      [null, "silver"],
    ]);
  });
});
