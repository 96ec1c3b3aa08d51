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
export function distanceToCut(program: Program): (score: number | null, decided: string) => number | null {
  const cuts = program.tiers.map(({ requires }) => lowestScoreRequirement(requires));
  return (score, decided) => {
    if (score === null) return null;
    const place = program.tiers.findIndex(({ key }) => key === decided);
    const distances = [cuts[place], cuts[place + 1]].flatMap((cut) => (cut === null || cut === undefined ? [] : [Math.abs(score - cut)]));
    return distances.length === 0 ? null : roundHalfAway(Math.min(...distances), 4);
  };
}
