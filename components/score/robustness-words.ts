import { formatCount, formatShare } from "@/components/format/number";
import type { Robustness } from "@/lib/domain/score/decision";

const VARIATIONS = 1000;

/** Of a thousand variations of the weights, the share in which the tier stays: "98.3%". What is not all of them is never written as 100%. */
export function staysWords(stays: number, variations = VARIATIONS): string {
  return formatShare(stays / variations, 1);
}

/** "12", or "12 to 19" where the rank depends on the weights; null without any. */
export function rankRangeWords({ rankBest, rankWorst }: Pick<Robustness, "rankBest" | "rankWorst">): string | null {
  if (rankBest === null || rankWorst === null) return null;
  return rankBest === rankWorst ? formatCount(rankBest) : `${formatCount(rankBest)} to ${formatCount(rankWorst)}`;
}
