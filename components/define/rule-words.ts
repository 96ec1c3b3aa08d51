import { formatMonth } from "@/components/format/date";
import { counted, formatStated, listed } from "@/components/format/number";
import type { Capacity } from "@/lib/domain/define/capacity";
import type { Combine, Movement, Program } from "@/lib/domain/define/program";
import type { Readings } from "@/lib/domain/define/readings";
import type { RobustnessRule } from "@/lib/domain/define/robustness-rule";

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

/** "At most 3 partners for each region; of equal scores at the edge none." */
export function capacityWords({ limit, per, ties }: Capacity): string {
  const most = "partners" in limit ? counted(limit.partners, "partner") : `the best ${formatStated(limit.percent)}% of the partners`;
  const group = per === "all" ? "" : ` for each ${per.attribute.replaceAll("_", " ")}`;
  return `At most ${most}${group}, by score; of equal scores at the edge ${ties === "allIn" ? "all" : "none"}.`;
}

export function readingsWords(readings: Readings): string {
  return readings.kind === "monthEnds"
    ? `A partner is measured at each of the last ${readings.last} month ends, and the best counts.`
    : `A partner is measured in each region of level ${readings.level} of the tree, and the best counts.`;
}

export function robustnessRuleWords({ spreadPercent, solidFromPercent }: RobustnessRule): string {
  return `Every weight is varied by up to ${spreadPercent}%, a thousand times: a tier that stays in ${solidFromPercent}% of them or more is solid, else borderline.`;
}

/** The rules of movement, a sentence each. `tierName` names a tier by its key. */
export function movementRuleWords(movement: Movement, tierName: (key: string) => string): string[] {
  const { promoteAt, demoteAt, graceReviews, maxStepsUp, maxStepsDown, holdMargin, keep, newPartners } = movement;
  return [
    `Promotions happen ${reviewWords(promoteAt)}, ${stepWords(maxStepsUp)}.`,
    `Demotions happen ${reviewWords(demoteAt)}, ${stepWords(maxStepsDown)}.`,
    graceReviews === 0
      ? "There is no grace: the first missed review demotes."
      : `Grace: ${counted(graceReviews, "missed review is", "missed reviews are")} forgiven before a demotion.`,
    ...(holdMargin === 0 ? [] : [`A tier is kept while the score is less than ${formatStated(holdMargin)} points short of what the tier asks.`]),
    ...(keep === undefined ? [] : [keptWords(keep.programYears)]),
    ...(newPartners === null ? [] : [newPartnersWords(newPartners, tierName)]),
  ];
}

export function newPartnersWords({ tier, months }: NonNullable<Movement["newPartners"]>, tierName: (key: string) => string): string {
  return `New partners are ${tierName(tier)} for their first ${counted(months, "month")}.`;
}

export function keptWords(programYears: number): string {
  const year = "A tier is kept until the end of the program year in which the partner last qualified for it";
  return programYears === 0 ? `${year}.` : `${year}, and ${counted(programYears, "year")} more.`;
}

export function reviewWords(reviews: Movement["promoteAt"]): string {
  return reviews === "everyRun" ? "at every run" : `at runs as of ${listed(reviews.months.map(formatMonth), "or")}`;
}

export function stepWords(steps: number | null): string {
  return steps === null ? "by any number of tiers" : `by at most ${counted(steps, "tier")} at a time`;
}
