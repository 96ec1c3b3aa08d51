import { describe, expect, test } from "vitest";
import { tierSentence, tierSentenceHint } from "@/components/score/tier-sentence";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import type { MovementCode } from "@/lib/domain/score/decision";

function scorecard(code: MovementCode): PartnerScorecard {
  return {
    partner: { code: "P1", name: "Many Bikes", type: null, region: "West" },
    organization: { name: "Wheels", isDemo: false },
    run: { number: 3, asOf: "2013-11-30", publishedAt: null, status: "published" },
    program: { key: "main", name: "Program", version: 1, currency: "USD", rootCombine: "arithmetic", scoreDecimals: 1 },
    score: 66,
    tier: { key: "gold", name: "Gold", rank: 1, of: 2 },
    qualified: { key: "silver", name: "Silver" },
    previous: { key: "silver", name: "Silver" },
    movement: { code, steps: 1, missedReviews: 1, graceReviews: 1 },
    override: null,
    confidence: { coverage: 1, ageDays: 0, unmatchedBps: 0, level: "high" },
    percentile: null,
    reading: null,
    nodes: [],
    tiers: [
      { key: "gold", name: "Gold", verdict: "met", check: null, seats: null },
      {
        key: "elite",
        name: "Elite",
        verdict: "short",
        check: { kind: "score", subject: "score", op: ">=", verdict: "short", have: 66, need: 70, gap: 4 },
        seats: null,
      },
    ],
    history: [],
    nodeNames: {},
    metrics: [],
    entitlements: [],
  };
}

describe("why a partner has its tier", () => {
  test.each<[MovementCode, string, string]>([
    [
      "unchanged",
      "You stay Gold, the highest tier whose requirements you meet. Still missing for Elite: 4.0 points of score.",
      "Many Bikes stays Gold, the highest tier whose requirements it meets. Still missing for Elite: 4.0 points of score.",
    ],
    [
      "promoted",
      "Promoted from Silver to Gold: you meet everything that Gold asks. Still missing for Elite: 4.0 points of score.",
      "Many Bikes was promoted from Silver to Gold: it meets everything that Gold asks. Still missing for Elite: 4.0 points of score.",
    ],
    [
      "held_in_grace",
      "You keep Gold in grace, missed review 1 of 1 that is forgiven: your figures qualify for Silver only. At the next missed review the tier falls.",
      "Many Bikes keeps Gold in grace, missed review 1 of 1 that is forgiven: its figures qualify for Silver only. At the next missed review the tier falls.",
    ],
    [
      "demoted",
      "Moved from Silver down to Gold: your figures qualify for Silver only. The grace reviews are used up.",
      "Many Bikes was moved from Silver down to Gold: its figures qualify for Silver only. The grace reviews are used up.",
    ],
  ])("%s is told to the partner as “you” and to staff by name", (code, toPartner, toStaff) => {
    expect([tierSentence(scorecard(code), "partner"), tierSentence(scorecard(code), "staff")]).toEqual([toPartner, toStaff]);
  });

  test("a sentence with grace, review or margin in it comes with what these mean, and no other does", () => {
    expect(tierSentenceHint(scorecard("held_in_grace"))).toMatch(/^Reviews are .+ Grace is /);
    expect(tierSentenceHint(scorecard("demotion_waits_for_review"))).toMatch(/^Reviews are /);
    expect(tierSentenceHint(scorecard("held_by_margin"))).toMatch(/The hold margin /);
    expect(tierSentenceHint(scorecard("demoted"))).toMatch(/^Grace is /);
    expect(tierSentenceHint(scorecard("unchanged"))).toBeNull();
  });
});
