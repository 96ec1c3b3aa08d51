import type { TierCount } from "@/lib/contracts/run";
import type { ScorecardTier, StaffScorecard } from "@/lib/contracts/scorecard";
import type { Check } from "@/lib/domain/score/decision";

/** `tier`: name of the tier whose cut it is. */
export type NearestCut = { readonly tier: string; readonly cut: number; readonly side: "above" | "below" | "at" };
type Cut = Pick<NearestCut, "tier" | "cut">;

/** The cut that a scorecard's distance is measured to, from what the decided tier and the next one ask; null when neither asks for a score. */
export function nearestCut({ tiers, tier, score }: Pick<StaffScorecard, "tiers" | "tier" | "score">): NearestCut | null {
  return nearestOf(score, decidedAndNext(tiers, tier.key).flatMap(cutOf));
}

/** The same from a run's tiers, for one of its standings. Null also where the run did not note its cuts. */
export function nearestCutOfRun(tiers: readonly TierCount[], standing: { readonly tier: string; readonly score: number | null }): NearestCut | null {
  const ladder = tiers.toSorted((a, b) => a.rank - b.rank).map(({ tier, name, cut }) => ({ key: tier, name, cut }));
  const cuts = decidedAndNext(ladder, standing.tier).flatMap(({ name, cut }) => (cut === null ? [] : [{ tier: name, cut }]));
  return nearestOf(standing.score, cuts);
}

function decidedAndNext<Tier extends { readonly key: string }>(lowestFirst: readonly Tier[], decided: string): readonly Tier[] {
  const place = lowestFirst.findIndex(({ key }) => key === decided);
  return place === -1 ? [] : lowestFirst.slice(place, place + 2);
}

function nearestOf(score: number | null, cuts: readonly Cut[]): NearestCut | null {
  if (score === null) return null;
  const nearest = cuts.toSorted((a, b) => Math.abs(score - a.cut) - Math.abs(score - b.cut))[0];
  if (nearest === undefined) return null;
  return { ...nearest, side: score === nearest.cut ? "at" : score > nearest.cut ? "above" : "below" };
}

function cutOf({ name, check }: ScorecardTier): Cut[] {
  const cut = check === null ? null : lowestScoreAsked(check);
  return cut === null ? [] : [{ tier: name, cut }];
}

/** The lowest score that a check asks for, whichever way it is met; null when it asks for none. Negated parts ask for none. */
function lowestScoreAsked(check: Check): number | null {
  if (check.kind === "score") return check.need;
  if (check.kind !== "all" && check.kind !== "any" && check.kind !== "atLeast") return null;
  const asked = check.of.map(lowestScoreAsked).filter((cut) => cut !== null);
  return asked.length === 0 ? null : Math.min(...asked);
}
