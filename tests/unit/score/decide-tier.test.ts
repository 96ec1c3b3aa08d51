import { describe, expect, it, test } from "vitest";
import type { Movement, Program } from "../../../lib/domain/define/program";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { day, decisionOn, partner, program } from "./run-fixture";

/** Five tiers at scores 0, 20, 40, 60, 80; runs are as of 2013-11-30. */
const tiers: Program["tiers"] = [
  { key: "t0", name: "T0", requires: null },
  ...[1, 2, 3, 4].map((n) => ({ key: `t${n}`, name: `T${n}`, requires: { kind: "score" as const, atLeast: n * 20 } })),
];
const rules = (movement: Partial<Movement>, overrides: Partial<Program> = {}) =>
  program({ tiers, ...overrides, movement: { ...program().movement, ...movement } });

function decide(score: number, held: string | null, movement: Partial<Movement> = {}, overrides: Partial<PartnerInput> = {}, missedReviews = 0) {
  const previous = held === null ? null : { tier: held, since: day("2013-05-31"), missedReviews };
  return decisionOn(partner("p", { a: score }, { previous, ...overrides }), rules(movement));
}

const november: Movement["promoteAt"] = { months: [5, 11] };
const may: Movement["promoteAt"] = { months: [5] };

describe("movement", () => {
  test.each([
    // score, held tier, missed before, movement -> decided, code, steps, missed after
    ["enters", 45, null, 0, {}, "t2", "entered", 0, 0],
    ["enters from a tier this program does not know", 45, "diamond", 1, {}, "t2", "entered", 0, 0],
    ["stays", 45, "t2", 0, {}, "t2", "unchanged", 0, 0],
    ["stays and forgets its misses", 45, "t2", 2, { graceReviews: 3 }, "t2", "unchanged", 0, 0],
    ["rises", 85, "t2", 0, {}, "t4", "promoted", 2, 0],
    ["rises as far as the steps allow", 85, "t1", 0, { maxStepsUp: 2 }, "t3", "promoted_step_limited", 2, 0],
    ["rises without limit when the steps suffice", 65, "t1", 0, { maxStepsUp: 2 }, "t3", "promoted", 2, 0],
    ["rises in a review month", 65, "t1", 0, { promoteAt: november }, "t3", "promoted", 2, 0],
    ["waits for a promotion review", 65, "t1", 1, { promoteAt: may, graceReviews: 2 }, "t1", "promotion_waits_for_review", 0, 0],
    ["falls at once without grace", 5, "t3", 0, {}, "t0", "demoted", -3, 0],
    ["is held in grace at the first miss", 5, "t3", 0, { graceReviews: 2 }, "t3", "held_in_grace", 0, 1],
    ["is held in grace at the last miss forgiven", 5, "t3", 1, { graceReviews: 2 }, "t3", "held_in_grace", 0, 2],
    ["falls when grace is used up", 5, "t3", 2, { graceReviews: 2 }, "t0", "demoted", -3, 0],
    ["falls as far as the steps allow", 5, "t3", 0, { maxStepsDown: 1 }, "t2", "demoted_step_limited", -1, 0],
    [
      "waits for a demotion review, its misses standing still",
      5,
      "t3",
      1,
      { demoteAt: may, graceReviews: 1 },
      "t3",
      "demotion_waits_for_review",
      0,
      1,
    ],
    ["is held by the margin, without a miss", 58.1, "t3", 1, { holdMargin: 2, graceReviews: 3 }, "t3", "held_by_margin", 0, 0],
    ["is not held by the margin at its edge", 58, "t3", 0, { holdMargin: 2 }, "t2", "demoted", -1, 0],
  ] as const)("a partner %s", (_name, score, held, missed, movement, decided, code, steps, missedAfter) => {
    const decision = decide(score, held, movement, {}, missed);
    expect(decision.decided).toBe(decided);
    expect(decision.movement).toEqual({ code, steps, missedReviews: missedAfter, graceReviews: (movement as Partial<Movement>).graceReviews ?? 0 });
    expect(decision.state).toEqual({ tier: decided, since: decided === held ? "2013-05-31" : "2013-11-30", missedReviews: missedAfter });
  });
});

describe("a tier kept for its program year", () => {
  // Runs are as of 2013-11-30, in a program year that began on 2013-07-01.
  const keeping = (programYears: number, movement: Partial<Movement> = {}) =>
    rules({ keep: { programYears }, ...movement }, { fiscalCalendar: { kind: "months", startMonth: 1 }, programYearStartMonth: 7 });
  const held = (score: number, since: string, qualifiedOn: string | undefined, program = keeping(0)) =>
    decisionOn(
      partner(
        "p",
        { a: score },
        { previous: { tier: "t3", since: day(since), missedReviews: 0, ...(qualifiedOn && { qualifiedOn: day(qualifiedOn) }) } },
      ),
      program,
    );

  test.each([
    ["of which it is the first day", "2013-07-01", 0, "kept_for_year"],
    ["of which it was the last day of the one before", "2013-06-30", 0, "demoted"],
    ["and one more", "2012-07-01", 1, "kept_for_year"],
    ["and one more, which are both over", "2012-06-30", 1, "demoted"],
  ])("stays when it last qualified in the year %s", (_name, qualifiedOn, programYears, code) => {
    const decision = held(5, "2010-05-31", qualifiedOn, keeping(programYears));
    expect(decision.movement.code).toBe(code);
    expect(decision.state).toMatchObject(code === "demoted" ? { tier: "t0", qualifiedOn: "2013-11-30" } : { tier: "t3", qualifiedOn });
  });

  it("takes the day it came to the tier where none was noted", () => {
    expect(held(5, "2013-08-31", undefined)).toMatchObject({ decided: "t3", state: { since: "2013-08-31", qualifiedOn: "2013-08-31" } });
    expect(held(5, "2013-05-31", undefined).decided).toBe("t0");
  });

  it("is earned anew by every run in which it qualifies, also for a higher one that it may not take yet", () => {
    expect(held(65, "2010-05-31", "2010-05-31").state).toEqual({ tier: "t3", since: "2010-05-31", missedReviews: 0, qualifiedOn: "2013-11-30" });
    expect(held(85, "2010-05-31", "2010-05-31", keeping(0, { promoteAt: may })).state).toMatchObject({ tier: "t3", qualifiedOn: "2013-11-30" });
  });

  it("counts no miss, and the margin comes first", () => {
    expect(held(5, "2013-08-31", "2013-08-31", keeping(0, { graceReviews: 2 })).movement).toMatchObject({ code: "kept_for_year", missedReviews: 0 });
    expect(held(59, "2013-08-31", "2013-08-31", keeping(0, { holdMargin: 2 })).movement.code).toBe("held_by_margin");
  });

  it("is no part of the state where the program does not keep tiers", () => {
    expect(decide(45, "t2").state).not.toHaveProperty("qualifiedOn");
  });
});

describe("the hold margin", () => {
  const strictTop: Program["tiers"] = [
    { key: "t0", name: "T0", requires: null },
    { key: "t1", name: "T1", requires: { kind: "score", atLeast: 50 } },
    {
      key: "t2",
      name: "T2",
      requires: {
        kind: "all",
        of: [
          { kind: "score", atLeast: 60 },
          { kind: "metric", metric: "b", op: ">=", value: 1 },
        ],
      },
    },
  ];
  const held = (values: Record<string, number>, overrides: Partial<Program> = {}) =>
    decisionOn(
      partner("p", values, { previous: { tier: "t2", since: day("2013-05-31"), missedReviews: 0 } }),
      rules({ holdMargin: 5 }, { tiers: strictTop, ...overrides }),
    );

  it("forgives points alone, not the other requirements", () => {
    expect(held({ a: 57, b: 1 }).movement.code).toBe("held_by_margin");
    expect(held({ a: 57, b: 0 }).movement.code).toBe("demoted");
    expect(held({ a: 65, b: 0 }).movement.code).toBe("demoted");
  });

  it("applies to each rung of a ladder", () => {
    const steep = strictTop.map((tier) => (tier.key === "t1" ? { ...tier, requires: { kind: "score" as const, atLeast: 63 } } : tier));
    expect(held({ a: 59, b: 1 }, { tiers: steep, qualification: "ladder" }).movement.code).toBe("held_by_margin");
    expect(held({ a: 57, b: 1 }, { tiers: steep, qualification: "ladder" }).movement.code).toBe("demoted");
  });

  it("does not turn a requirement that is negated against the partner", () => {
    const negated: Program["tiers"] = [
      { key: "t0", name: "T0", requires: null },
      {
        key: "t2",
        name: "T2",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 60 },
            { kind: "not", condition: { kind: "score", atLeast: 62 } },
          ],
        },
      },
    ];
    expect(held({ a: 59 }, { tiers: negated }).movement.code).toBe("held_by_margin");
  });
});

describe("a new partner", () => {
  const newPartners = { months: 6, tier: "t1" };

  test.each([
    ["2013-06-01", "t1", "entered_new_partner"],
    ["2013-05-31", "t1", "entered_new_partner"],
    ["2013-05-30", "t4", "entered"],
    ["2014-01-01", "t1", "entered_new_partner"],
    [null, "t4", "entered"],
  ])("enrolled on %s is in %s: %s", (enrolledOn, decided, code) => {
    const decision = decide(85, null, { newPartners }, { enrolledOn: enrolledOn === null ? null : day(enrolledOn) });
    expect([decision.qualified, decision.decided, decision.movement.code]).toEqual(["t4", decided, code]);
  });

  it("stays at the entry tier in later runs of its first months", () => {
    const decision = decide(5, "t1", { newPartners }, { enrolledOn: day("2013-10-01") });
    expect(decision).toMatchObject({ decided: "t1", movement: { code: "entered_new_partner", steps: 0 }, state: { since: "2013-05-31" } });
  });
});

describe("an override", () => {
  const override = (tier: string, expires: string) => ({ tier, reason: "strategic", owner: "ann", expires: day(expires) });

  it("pins its tier until the day it expires", () => {
    expect(decide(5, "t1", {}, { override: override("t4", "2013-12-01") })).toMatchObject({
      qualified: "t0",
      decided: "t4",
      movement: { code: "overridden", steps: 3 },
      override: { tier: "t4", owner: "ann" },
    });
    expect(decide(5, "t1", {}, { override: override("t4", "2013-11-30") })).toMatchObject({ decided: "t0", override: null });
  });

  it("goes before the entry tier of a new partner", () => {
    const decision = decide(
      5,
      null,
      { newPartners: { months: 6, tier: "t1" } },
      { enrolledOn: day("2013-11-01"), override: override("t3", "2014-01-01") },
    );
    expect(decision).toMatchObject({ decided: "t3", movement: { code: "overridden", steps: 0 } });
  });

  it("leaves missed reviews standing while it pins the tier held, and clears them otherwise", () => {
    expect(decide(5, "t3", { graceReviews: 3 }, { override: override("t3", "2014-01-01") }, 2).state.missedReviews).toBe(2);
    expect(decide(5, "t3", { graceReviews: 3 }, { override: override("t4", "2014-01-01") }, 2).state.missedReviews).toBe(0);
  });

  it("with a tier this program does not know is ignored", () => {
    expect(decide(45, "t2", {}, { override: override("diamond", "2014-01-01") })).toMatchObject({
      decided: "t2",
      movement: { code: "unchanged" },
      override: null,
    });
  });
});

it("demotes in steps, with fresh grace in each tier", () => {
  const movement = { graceReviews: 1, maxStepsDown: 1 };
  const codes: string[] = [];
  let previous: PartnerInput["previous"] = { tier: "t3", since: day("2013-05-31"), missedReviews: 0 };
  for (let run = 0; run < 5; run++) {
    const decision = decisionOn(partner("p", { a: 25 }, { previous }), rules(movement));
    codes.push(`${decision.decided} ${decision.movement.code}`);
    previous = decision.state;
  }
  expect(codes).toEqual(["t3 held_in_grace", "t2 demoted_step_limited", "t2 held_in_grace", "t1 demoted", "t1 unchanged"]);
});
