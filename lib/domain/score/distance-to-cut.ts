import type { Condition, Program } from "../define/program";
import { roundHalfAway } from "../shared/round";

/** The lowest score that a condition asks for, whichever way it is met; null when it asks for none. Negated requirements ask for none. */
export function lowestScoreRequirement(condition: Condition | null): number | null {
  switch (condition?.kind) {
    case "score":
      return condition.atLeast;
    case "all":
    case "any":
    case "atLeast": {
      const asked = condition.of.map(lowestScoreRequirement).filter((atLeast) => atLeast !== null);
      return asked.length === 0 ? null : Math.min(...asked);
    }
    default:
      return null;
  }
}

/**
 * Points between a score and the nearer of two cuts: the lowest score requirement of the decided tier and that of the next one up.
 * Null when the partner is unscored or neither tier asks for a score.
 */
export function distanceToCut({ tiers }: Program): (score: number | null, decided: string) => number | null {
  const requirements = tiers.map(({ requires }) => lowestScoreRequirement(requires));
  const cutsOf = new Map(tiers.map(({ key }, place) => [key, requirements.slice(place, place + 2).filter((cut) => cut !== null)]));
  return (score, decided) => {
    const cuts = cutsOf.get(decided) ?? [];
    if (score === null || cuts.length === 0) return null;
    let nearest = Number.POSITIVE_INFINITY;
    for (const cut of cuts) nearest = Math.min(nearest, Math.abs(score - cut));
    return roundHalfAway(nearest, 4);
  };
}
