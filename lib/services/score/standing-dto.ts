import type { StandingsRow } from "@/lib/contracts/standings";
import type { StandingRow } from "@/lib/db/standings";

/** Tier names of the run's program version; a tier that it no longer has goes by its key. */
export function standingDto(row: StandingRow, tierNames: Readonly<Record<string, string>>): StandingsRow {
  const nameOf = (tier: string) => tierNames[tier] ?? tier;
  const { rank, score, qualified, tierRank, previousTier, movement, steps, distanceToCut, confidence, stays, rankBest, rankWorst, borderline } = row;
  return {
    partner: { code: row.partnerCode, name: row.partnerName },
    region: { code: row.regionCode, name: row.regionName },
    type: row.partnerType,
    tier: row.decided,
    tierName: nameOf(row.decided),
    previousTierName: previousTier === null ? null : nameOf(previousTier),
    overridden: movement === "overridden",
    ...{ rank, score, qualified, tierRank, previousTier, movement, steps, distanceToCut, confidence },
    ...{ stays, rankBest, rankWorst, borderline },
  };
}
