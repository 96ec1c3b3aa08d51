import { describe, expect, it, test } from "vitest";
import type { Program } from "../../lib/domain/define/program";
import { evaluateRun } from "../../lib/domain/evaluate-run";
import type { Decision } from "../../lib/domain/score/decision";
import { IsoDate } from "../../lib/domain/shared/iso-date";
import { type Outcome, readGolden } from "./golden-file";

// Worked out by hand from the inputs of `constructs/`, each of which golden-runs.test.ts holds to the last byte.

function outcomeIn(file: string): (partner: string) => Outcome {
  const { outcomes } = readGolden(`constructs/${file}`);
  return (partner) => {
    const found = outcomes.find((outcome) => outcome.partner === partner);
    if (found === undefined) throw new Error(`${file} has no outcome of ${partner}`);
    return found;
  };
}

/** The same partners on another day, or by other rules. */
function decisionsOf(file: string, { asOf, rules }: { readonly asOf?: string; readonly rules?: Partial<Program> }): (partner: string) => Decision {
  const { input } = readGolden(`constructs/${file}`);
  const decisions = evaluateRun({ ...input, asOf: asOf === undefined ? input.asOf : IsoDate.parse(asOf), program: { ...input.program, ...rules } });
  return (partner) => {
    const found = decisions.find((decision) => decision.partner === partner);
    if (found === undefined) throw new Error(`${file} has no partner ${partner}`);
    return found.toJSON();
  };
}

describe("an index of several levels", () => {
  const of = outcomeIn("levels-and-rounding.json");

  it("takes logarithms between goalposts, means of means, and the place among the partners of its region", () => {
    // 1,000 to 1,000,000 are three factors of ten; wins 25 of 50 and returns 5 of 10 are half way; first of three is better than two and half of itself
    expect(of("first").points).toMatchObject({ volume: 100, wins: 50, few_returns: 50, quality: 50, business: 87.5 });
    expect(of("first").points.standing).toBeCloseTo(100 * (2.5 / 3), 10);
    expect(of("first").points.index).toBeCloseTo(100 * (0.875 ** 2 * (2.5 / 3)) ** (1 / 3), 10);
    expect(of("third").points.standing).toBeCloseTo(100 * (0.5 / 3), 10);
  });

  it("is decided on the rounded score: 59.557 is 60, which is asked for, and 59.402 is 59", () => {
    // (3 x 66.67 + 60) / 4 = 65, alone in its region 50: 100 x (0.65^2 x 0.5)^(1/3)
    expect(of("rounds_up").points.index).toBeCloseTo(59.557, 3);
    expect(of("rounds_up")).toMatchObject({ score: 60, qualified: "advanced" });
    expect(of("rounds_down").points.index).toBeCloseTo(59.402, 3);
    expect(of("rounds_down")).toMatchObject({ score: 59, qualified: "base" });
  });

  it("shares a rank among equal rounded scores, and leaves out the next", () =>
    expect(["first", "no_region", "rounds_up", "second", "rounds_down"].map((partner) => of(partner).rank)).toEqual([1, 2, 3, 3, 5]));

  it("has nothing of a harmonic mean with a zero, something of an arithmetic one, and nothing of a geometric one", () => {
    expect(of("all_returned").points).toMatchObject({ few_returns: 0, quality: 0, business: 50, index: 50 });
    expect(of("no_business").points).toMatchObject({ few_returns: 60, quality: 0, volume: 0, business: 0, standing: 50, index: 0 });
  });

  it("leaves out the place of a partner that has no region", () => expect(of("no_region").points).toMatchObject({ standing: null, index: 65 }));
});

describe("tracks, steps and caps", () => {
  const of = outcomeIn("tracks-steps-and-caps.json");

  it("add capped points, with a part of them below a threshold: 15 x 2 and 4 x 5 + 2 x 10 and half of 30", () =>
    expect(of("large_counts").points).toMatchObject({ large_customers: 30, large_skills: 40, large_use: 15, large: 85, small: 70 }));

  it("count the better track: 30 + 40 + 15 against 14 + 20 + 7.5", () =>
    expect(of("small_counts")).toMatchObject({ score: 85, qualified: "designated", points: { small: 85, large: 41.5 } }));

  it("cap what steps earn together: 20 and 30 are 40", () =>
    expect(of("nobody_uses_it").points).toMatchObject({ large_foundation: 20, large_step_2: 30, large_skills: 40 }));

  it("give nothing for the second step before the first has ten points: three advanced people and one with the foundation are 5", () =>
    expect(of("skips_a_step").points).toMatchObject({ large_advanced: 30, large_step_2: 0, large_skills: 5, large: 65 }));

  it("ask for 70 and every metric above zero: 70 without any use is not enough", () =>
    expect(of("nobody_uses_it")).toMatchObject({ score: 70, qualified: "member" }));

  it("ask it of one track as a whole: 70 of the small one, without a customer of it, is not enough either", () =>
    expect(of("skips_a_step")).toMatchObject({ score: 70, qualified: "member", points: { small: 70, small_customers: 0 } }));

  it("ask it of the rounded points: 69.5 is enough, and 68.9 is not", () => {
    expect(of("just_reaches")).toMatchObject({ qualified: "designated", points: { large: 69.5 } });
    expect(of("just_misses")).toMatchObject({ score: 69, qualified: "member" });
  });
});

describe("other ways to a tier", () => {
  const of = outcomeIn("other-ways.json");

  test.each([
    ["by_volume", "platinum"],
    ["lacks_people", "gold"],
    ["lacks_revenue", "silver"],
  ])("that ask for several minima place %s at %s", (partner, tier) => expect(of(partner).qualified).toBe(tier));

  it("lead past tiers that a partner does not reach: a specialist is Platinum with neither the revenue of Silver nor of Gold", () => {
    expect(of("by_specialty").qualified).toBe("platinum");
    const onLadder = decisionsOf("other-ways.json", { rules: { qualification: "ladder" } });
    expect(onLadder("by_specialty").qualified).toBe("registered");
    expect(onLadder("by_volume").qualified).toBe("platinum");
  });

  it("are not taken on what is not known: a partner without a type, or without a count of people", () => {
    const verdicts = (partner: string) => decisionsOf("other-ways.json", {})(partner).tiers.map(({ verdict }) => verdict);
    expect(verdicts("unknown_type")).toEqual(["met", "short", "short", "no_data"]);
    expect(verdicts("no_people_known")).toEqual(["met", "met", "no_data", "no_data"]);
    expect([of("unknown_type").qualified, of("no_people_known").qualified]).toEqual(["registered", "silver"]);
  });
});

describe("promotions by the quarter and demotions by the half-year", () => {
  test.each([
    ["2026-03-31", "promoted", "demotion_waits_for_review"],
    ["2026-05-31", "promotion_waits_for_review", "demotion_waits_for_review"],
    ["2026-06-30", "promoted", "demoted"],
    ["2026-09-30", "promoted", "demotion_waits_for_review"],
    ["2026-12-31", "promoted", "demoted"],
  ])("as of %s: %s, %s", (asOf, up, down) => {
    const of = decisionsOf("reviews.json", { asOf });
    expect(["riser", "faller", "stayer", "newcomer"].map((partner) => of(partner).movement.code)).toEqual([up, down, "unchanged", "entered"]);
  });
});
