import { describe, expect, it, test } from "vitest";
import type { Capacity } from "../../../lib/domain/define/capacity";
import type { Movement, Program } from "../../../lib/domain/define/program";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { criterion, day, partner, program } from "./run-fixture";

const best = (partners: number): Capacity => ({ limit: { partners }, per: "all", ties: "noneIn" });

/** Silver from 50 and gold from 80 points, with the capacities given. */
function rules(capacities: { silver?: Capacity; gold?: Capacity }, movement: Partial<Movement> = {}, overrides: Partial<Program> = {}): Program {
  const tiers = program().tiers.map((tier) => {
    const capacity = tier.key === "silver" ? capacities.silver : tier.key === "gold" ? capacities.gold : undefined;
    return capacity === undefined ? tier : { ...tier, capacity };
  });
  return program({ tiers, movement: { ...program().movement, ...movement }, ...overrides });
}

const withScores = (scores: Readonly<Record<string, number | null>>, overrides: (code: string) => Partial<PartnerInput> = () => ({})) =>
  Object.entries(scores).map(([code, a]) => partner(code, { a }, overrides(code)));

const evaluate = (program: Program, partners: readonly PartnerInput[]) => evaluateRun({ program, asOf: day("2013-11-30"), partners });
const tiersOf = (program: Program, partners: readonly PartnerInput[]) =>
  Object.fromEntries(evaluate(program, partners).map(({ partner: code, qualified }) => [code, qualified]));

describe("a tier with a capacity", () => {
  it("takes the best, and the others fall to the next tier that they meet", () => {
    expect(tiersOf(rules({ gold: best(2) }), withScores({ a: 95, b: 90, c: 85, d: 60, e: 10 }))).toEqual({
      ...{ a: "gold", b: "gold", c: "silver", d: "silver", e: "bronze" },
    });
  });

  it("of the tier below counts those who found no seat above", () => {
    expect(tiersOf(rules({ gold: best(1), silver: best(2) }), withScores({ a: 95, b: 90, c: 85, d: 60 }))).toEqual({
      ...{ a: "gold", b: "silver", c: "silver", d: "bronze" },
    });
  });

  it("is passed over by who does not meet it, where tiers stand alone", () => {
    // Silver asks for a certificate here, which only b has.
    const needsB = rules({ gold: best(1) });
    const tiers = needsB.tiers.map((tier) =>
      tier.key === "silver" ? { ...tier, requires: { kind: "metric" as const, metric: "b", op: ">=" as const, value: 1 } } : tier,
    );
    const partners = [partner("a", { a: 95 }), partner("b", { a: 90, b: 1 }), partner("c", { a: 85 })];
    expect(tiersOf({ ...needsB, tiers }, partners)).toEqual({ a: "gold", b: "silver", c: "bronze" });
  });

  test.each<[Capacity["ties"], Record<string, string>]>([
    ["allIn", { a: "gold", b: "gold", c: "gold", d: "silver" }],
    ["noneIn", { a: "gold", b: "silver", c: "silver", d: "silver" }],
  ])("of two seats with ties %s", (ties, expected) => {
    const capacity: Capacity = { limit: { partners: 2 }, per: "all", ties };
    expect(tiersOf(rules({ gold: capacity }), withScores({ a: 95, b: 85.04, c: 84.96, d: 84.9 }))).toEqual(expected);
  });

  it("needs nobody to be refused where there are as many seats as partners, whatever their ties", () => {
    expect(tiersOf(rules({ gold: best(3) }), withScores({ a: 85, b: 85, c: 85 }))).toEqual({ a: "gold", b: "gold", c: "gold" });
    expect(tiersOf(rules({ gold: best(2) }), withScores({ a: 85, b: 85, c: 85 }))).toEqual({ a: "silver", b: "silver", c: "silver" });
  });

  it("by a share is of all partners of the group in the run, rounded down", () => {
    const capacity: Capacity = { limit: { percent: 50 }, per: { attribute: "region" }, ties: "noneIn" };
    const region = (code: string) => ({ attributes: { region: code.startsWith("n") ? "north" : "south" } });
    const scores = { n1: 95, n2: 90, n3: 10, s1: 85, s2: 84, s3: 83, s4: 81, s5: 1 };
    // 3 in the north give 1 seat, 5 in the south 2.
    expect(tiersOf(rules({ gold: capacity }), withScores(scores, region))).toEqual({
      ...{ n1: "gold", n2: "silver", n3: "bronze", s1: "gold", s2: "gold", s3: "silver", s4: "silver", s5: "bronze" },
    });
  });

  it("by a group has no seat for who belongs to none", () => {
    const capacity: Capacity = { ...best(5), per: { attribute: "region" } };
    const partners = withScores({ a: 95, b: 85 }, (code) => ({ attributes: code === "a" ? {} : { region: "north" } }));
    expect(tiersOf(rules({ gold: capacity }), partners)).toEqual({ a: "silver", b: "gold" });
  });

  it("gives a seat to who has no score only after everybody with one", () => {
    const tiers = rules({ gold: best(1) }).tiers.map((tier) => (tier.requires === null ? tier : { ...tier, requires: HAS_B }));
    const unscored = rules({ gold: best(1) }, {}, { tiers, score: criterion("a", { missing: { rule: "unscored" } }) });
    const partners = [partner("a", { a: null, b: 1 }), partner("b", { a: 0, b: 1 })];
    expect(tiersOf(unscored, partners)).toEqual({ a: "silver", b: "gold" });
  });

  it("says in the decision how the seats were given", () => {
    const [, b, c, d] = evaluate(rules({ gold: best(2) }), withScores({ a: 95, b: 90, c: 85, d: 60 })).map(({ tiers }) => tiers[2]);
    expect(b).toMatchObject({ tier: "gold", verdict: "met", capacity: { seats: 2, competing: 3, place: 2, verdict: "met" } });
    expect(c).toMatchObject({
      tier: "gold",
      verdict: "short",
      check: { verdict: "met" },
      capacity: { seats: 2, competing: 3, place: 3, verdict: "short" },
    });
    expect(d).toMatchObject({ tier: "gold", verdict: "short" });
    expect(d).not.toHaveProperty("capacity");
  });
});

describe("the rules of movement and a capacity", () => {
  const held = { tier: "gold", since: day("2013-05-31"), missedReviews: 0 };
  const overtaken = (movement: Partial<Movement>) =>
    evaluate(
      rules({ gold: best(1) }, movement),
      withScores({ a: 95, b: 85 }, (code) => (code === "b" ? { previous: held } : {})),
    )[1];

  it("demote who was overtaken, and no margin holds it: it meets what the tier asks", () => {
    expect(overtaken({ holdMargin: 5 })).toMatchObject({ qualified: "silver", decided: "silver", movement: { code: "demoted" } });
  });

  it("keep in grace who was overtaken, which then needs no seat", () => {
    expect(overtaken({ graceReviews: 1 })).toMatchObject({ qualified: "silver", decided: "gold", movement: { code: "held_in_grace" } });
  });
});

const HAS_B = { kind: "metric", metric: "b", op: ">=", value: 1 } as const;
