import type { ScorecardTier, StaffScorecard } from "@/lib/contracts/scorecard";
import type { Check } from "@/lib/domain/score/decision";

export type NearestCut = { readonly tier: string; readonly cut: number; readonly side: "above" | "below" | "at" };

/** The cut that a scorecard's distance is measured to, from what the decided tier and the next one ask; null when neither asks for a score. */
export function nearestCut({ tiers, tier, score }: Pick<StaffScorecard, "tiers" | "tier" | "score">): NearestCut | null {
  if (score === null) return null;
  const place = tiers.findIndex(({ key }) => key === tier.key);
  const cuts = (place === -1 ? [] : tiers.slice(place, place + 2)).flatMap(cutOf);
  const nearest = cuts.toSorted((a, b) => Math.abs(score - a.cut) - Math.abs(score - b.cut))[0];
  if (nearest === undefined) return null;
  return { ...nearest, side: score === nearest.cut ? "at" : score > nearest.cut ? "above" : "below" };
}

function cutOf({ name, check }: ScorecardTier): { readonly tier: string; readonly cut: number }[] {
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
