import { roundHalfAway } from "@/lib/domain/shared/round";

/** Below this size a percentile would tell about single others. */
export const SMALLEST_COHORT = 5;

type Member = { readonly cohort: string | null; readonly score: number | null };

/**
 * For each member the percent of its cohort's scored members that score lower, 0 to 100 without decimals. Null for the unscored, and
 * where fewer than SMALLEST_COHORT members are scored. Members without a cohort are a cohort together.
 */
export function cohortPercentiles(members: readonly Member[]): (number | null)[] {
  const cohorts = new Map<string | null, number[]>();
  for (const { cohort, score } of members) {
    if (score === null) continue;
    const scores = cohorts.get(cohort);
    if (scores === undefined) cohorts.set(cohort, [score]);
    else scores.push(score);
  }
  const lowerThan = new Map([...cohorts].map(([cohort, scores]) => [cohort, countLower(scores)]));
  return members.map(({ cohort, score }) => {
    const size = cohorts.get(cohort)?.length ?? 0;
    if (score === null || size < SMALLEST_COHORT) return null;
    return roundHalfAway((100 * (lowerThan.get(cohort)?.get(score) ?? 0)) / size, 0);
  });
}

/** How many scores lie below each score. */
function countLower(scores: number[]): Map<number, number> {
  const lower = new Map<number, number>();
  scores
    .sort((a, b) => a - b)
    .forEach((score, place) => {
      if (!lower.has(score)) lower.set(score, place);
    });
  return lower;
}
