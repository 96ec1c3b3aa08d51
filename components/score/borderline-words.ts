import type { TierCount } from "@/lib/contracts/run";
import type { StandingsRow } from "@/lib/contracts/standings";
import { cutWords } from "./cut-words";
import { nearestCutOfRun } from "./nearest-cut";
import { staysWords } from "./robustness-words";

/** "Borderline, 1.2 above the Gold cut"; where no tier near asks for a score, in how many variations of the weights the tier stays. */
export function borderlineWords(row: Pick<StandingsRow, "tier" | "score" | "distanceToCut" | "stays">, tiers: readonly TierCount[]): string {
  const { distanceToCut, stays } = row;
  if (distanceToCut !== null) return `Borderline, ${cutWords(distanceToCut, nearestCutOfRun(tiers, row))}`;
  return stays === null ? "Borderline" : `Borderline, stays in ${staysWords(stays)}`;
}
