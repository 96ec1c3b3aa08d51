import type { NewDecision } from "@/lib/db/decisions";
import type { PartnerInput } from "@/lib/domain/run-input";
import type { Decision } from "@/lib/domain/score/decision";
import { AS_OF } from "./leak-world";

/** A decision on partner A as a draft would store it, on whichever partner it is said to be. */
export function newDecision(partnerId: number): NewDecision {
  const input: PartnerInput = {
    partner: "A-OWN",
    attributes: {},
    enrolledOn: null,
    metrics: {},
    previous: null,
    override: null,
    latestFactOn: null,
    unmatchedBps: 0,
  };
  const state = { tier: "gold", since: AS_OF, missedReviews: 0 };
  const explanation: Decision = {
    ...{
      partner: "A-OWN",
      score: 100,
      rank: 1,
      metrics: {},
      nodes: [],
      tiers: [],
      qualified: "gold",
      decided: "gold",
      previous: null,
      override: null,
      state,
      distanceToCut: null,
    },
    movement: { code: "entered", steps: 0, missedReviews: 0, graceReviews: 0 },
    confidence: { coverage: 1, ageDays: 0, unmatchedBps: 0, level: "high" },
  };
  return {
    ...{
      partnerId,
      partnerCode: "A-OWN",
      partnerName: "Own",
      regionCode: "north",
      regionName: "north",
      partnerType: null,
      rank: 1,
      score: 100,
      qualified: "gold",
      decided: "gold",
    },
    ...{
      tierRank: 2,
      previousTier: null,
      movement: "entered",
      steps: 0,
      distanceToCut: null,
      confidence: "high",
      ...{ stays: 1000, rankBest: 1, rankWorst: 1, solid: true },
      percentile: null,
      input,
      explanation,
    },
  };
}
