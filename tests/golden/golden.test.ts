import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { checkProgram } from "../../lib/domain/define/check-program";
import { parseProgram } from "../../lib/domain/define/parse-program";
import { evaluateRun } from "../../lib/domain/evaluate-run";
import type { RunInput } from "../../lib/domain/run-input";
import type { Decision } from "../../lib/domain/score/decision";
import { canonicalJson } from "../../lib/domain/shared/canonical-json";

/** A run's frozen input with its decisions. A change here is a change of the engine, and asks for another ENGINE_VERSION. */
type Golden = { readonly input: RunInput; readonly decisions: readonly Decision[] };

function golden(name: string): Golden {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, `${name}.json`), "utf8"));
}

function expected(name: string, partner: string): Decision {
  const decision = golden(name).decisions.find((candidate) => candidate.partner === partner);
  if (decision === undefined) throw new Error(`${name} has no decision on ${partner}`);
  return decision;
}

const pointsOf = ({ nodes }: Decision) => Object.fromEntries(nodes.map(({ key, points }) => [key, points]));
const contributionsOf = ({ nodes }: Decision) => nodes.map(({ key, contribution }) => `${key} ${contribution}`);

describe.each(["default-program", "ladder-with-gates", "peers-steps-override"])("the golden run %s", (name) => {
  it("comes out byte for byte", () => {
    const { input, decisions } = golden(name);
    expect(canonicalJson(evaluateRun(input))).toBe(canonicalJson(decisions));
  });

  it("is of a program that may be published", () => {
    const { program } = golden(name).input;
    expect(parseProgram(program)).toEqual({ ok: true, program });
    expect(checkProgram(program)).toEqual([]);
  });
});

// What follows was worked out by hand from the inputs: it keeps the files themselves honest.

describe("the default program's numbers", () => {
  const of = (partner: string) => expected("default-program", partner);

  it("multiply the pillars: performance 50, potential 64 and fit 64 give 100 x 0.5^0.5 x 0.64^0.5 = 56.57", () => {
    // revenue 100,000 is half way from 10,000 to 1,000,000 in factors of ten; growth 5 half way from -20 to 30; mix 12.5 of 25
    // potential 0.4 x 85 (two regions) + 0.6 x 50 (pipeline half way); fit 0.6 x 60 (three people) + 0.4 x 70 (SLA 90 %)
    expect(pointsOf(of("AW-001"))).toMatchObject({ performance: 50, potential: 64, fit: 64 });
    expect(of("AW-001")).toMatchObject({ score: 56.6, rank: 2, qualified: "silver", distanceToCut: 3.4, movement: { code: "entered" } });
  });

  it("leave out growth and SLA without data: exp(0.5 ln 0.5 + 0.3 ln 0.64 + 0.2 ln 0.6) = 0.5584", () => {
    // 0.5 x 0.25 of the weight rests on growth and 0.2 x 0.4 on the SLA: 1 - 0.125 - 0.08 = 0.795 is covered
    expect(of("AW-003")).toMatchObject({ score: 55.8, confidence: { coverage: 0.795, ageDays: 61, level: "medium" } });
  });

  it("give nothing to a partner without fit, whose gold is held for one review and then falls one tier", () => {
    expect(of("AW-004")).toMatchObject({ score: 0, qualified: "registered", decided: "gold", movement: { code: "held_in_grace", missedReviews: 1 } });
    expect(of("AW-005")).toMatchObject({ score: 0, decided: "silver", movement: { code: "demoted_step_limited", steps: -1, missedReviews: 0 } });
  });

  it("share the last rank among the three zeros", () => {
    expect(["AW-002", "AW-001", "AW-003", "AW-007", "AW-004", "AW-005", "AW-006"].map((partner) => of(partner).rank)).toEqual([1, 2, 3, 4, 5, 5, 5]);
  });
});

describe("the ladder's numbers", () => {
  const of = (partner: string) => expected("ladder-with-gates", partner);

  it("add points: 600 units x 0.05 = 30, payment 20 x 27/30 = 18 and one lab 15 capped at 30, four engineers 20", () => {
    expect(pointsOf(of("a-one"))).toEqual({ total: 80, volume: 30, trust: 30, payment: 18, labs: 15, skill: 20 });
    // the cap takes 3 of 33 points; 30 splits as 18/33 and 15/33 of 30: 16.4 and 13.6
    expect(contributionsOf(of("a-one"))).toEqual(["total 80", "volume 30", "trust 30", "payment 16", "labs 14", "skill 20"]);
    expect(of("a-one")).toMatchObject({ qualified: "premier", decided: "partner", movement: { code: "promotion_waits_for_review" } });
  });

  it("stop a late payer at the rung below premier, in a month in which partners may fall", () => {
    expect(of("b-two")).toMatchObject({ score: 77, qualified: "partner", movement: { code: "demoted", steps: -1 } });
  });

  it("close the gate on payment at 8 points of volume: 7.5 + 30 + 20 = 57.5, rounded away from zero to 58", () => {
    expect(of("d-four")).toMatchObject({ score: 58, qualified: "partner" });
    expect(of("d-four").nodes.find(({ key }) => key === "payment")).toMatchObject({ points: 0, status: "gated" });
  });

  it("have no score for a partner without engineers' data, which is neither met nor short", () => {
    expect(of("e-five")).toMatchObject({
      score: null,
      rank: null,
      qualified: "member",
      decided: "partner",
      movement: { code: "demoted_step_limited" },
    });
    // summit asks two of three: without 2,000 units and with a zero for payment, no score could bring it about
    expect(of("e-five").tiers.map(({ verdict }) => verdict)).toEqual(["met", "no_data", "no_data", "short"]);
  });

  it("start a partner of two months at its entry tier", () => {
    expect(of("f-six")).toMatchObject({ qualified: "member", decided: "partner", movement: { code: "entered_new_partner" } });
  });
});

describe("the numbers among peers", () => {
  const of = (partner: string) => expected("peers-steps-override", partner);

  test.each([
    // place in region, percentile of all four with sales, returns from 10 % (0) to 2 % (100), steps of months
    ["n1", { place: 100, standing: 87.5, quality: 100, steadiness: 100, all_in: 97.5 }],
    ["n2", { place: 50, standing: 50, quality: 50, steadiness: 60, all_in: 52 }],
    // without returns the weights 40, 20, 20 share the whole: 25 + 12.5 + 15
    ["n3", { place: 50, standing: 50, quality: null, steadiness: 60, all_in: 52.5 }],
    ["s1", { place: 100, standing: 12.5, quality: 75, steadiness: 15, all_in: 60.5 }],
    ["s2", { place: 0, standing: 0, quality: 0, steadiness: 0, all_in: 0 }],
  ])("of %s are %j", (partner, points) => {
    expect(pointsOf(of(partner))).toEqual(points);
  });

  it("are overridden until the day before the override expires", () => {
    expect(of("n3")).toMatchObject({ qualified: "b", decided: "a", movement: { code: "overridden" }, override: { owner: "Ann" } });
    expect(of("s1")).toMatchObject({ decided: "b", movement: { code: "unchanged" }, override: null });
  });
});
