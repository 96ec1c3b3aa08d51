import { formatMonth } from "@/components/format/date";
import { counted, formatNumber, listed } from "@/components/format/number";
import type { Combine, Movement, Program } from "@/lib/domain/define/program";

const COMBINES: Readonly<Record<Combine, string>> = {
  arithmetic: "weighted average",
  geometric: "multiplied: a zero anywhere gives zero",
  harmonic: "weighted harmonic mean",
  sum: "points added up",
  min: "the lowest counts",
  max: "the highest counts",
};

export function combineWords(combine: Combine): string {
  return COMBINES[combine];
}

export function qualificationWords(qualification: Program["qualification"]): string {
  return qualification === "ladder"
    ? "A partner qualifies for the highest tier up to which it meets every tier."
    : "A partner qualifies for the highest tier that it meets; each tier stands alone.";
}

/** The rules of movement, a sentence each. `tierName` names a tier by its key. */
export function movementRuleWords(movement: Movement, tierName: (key: string) => string): string[] {
  const { promoteAt, demoteAt, graceReviews, maxStepsUp, maxStepsDown, holdMargin, newPartners } = movement;
  return [
    `Promotions happen ${reviewWords(promoteAt)}, ${stepWords(maxStepsUp)}.`,
    `Demotions happen ${reviewWords(demoteAt)}, ${stepWords(maxStepsDown)}.`,
    graceReviews === 0
      ? "There is no grace: the first missed review demotes."
      : `Grace: ${counted(graceReviews, "missed review is", "missed reviews are")} forgiven before a demotion.`,
    ...(holdMargin === 0 ? [] : [`A tier is kept while the score is less than ${formatNumber(holdMargin)} points short of what the tier asks.`]),
    ...(newPartners === null ? [] : [`New partners are ${tierName(newPartners.tier)} for their first ${counted(newPartners.months, "month")}.`]),
  ];
}

function reviewWords(reviews: Movement["promoteAt"]): string {
  return reviews === "everyRun" ? "at every run" : `at runs as of ${listed(reviews.months.map(formatMonth), "or")}`;
}

function stepWords(steps: number | null): string {
  return steps === null ? "by any number of tiers" : `by at most ${counted(steps, "tier")} at a time`;
}
