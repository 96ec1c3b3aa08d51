import type { Move } from "@/lib/contracts/run";
import type { MoveRow } from "@/lib/db/moves";
import { scoreDrivers } from "./score-drivers";

export function moveDto(row: MoveRow, nodeNames: ReadonlyMap<string, string>): Move {
  const { from, to, steps, reviewSteps, movement, qualified, missedReviews, graceReviews, score, scoreBefore } = row;
  return {
    partner: { code: row.partnerCode, name: row.partnerName },
    region: { code: row.regionCode, name: row.regionName },
    ...{ from, to, steps, reviewSteps, movement, qualified, missedReviews, graceReviews, score, scoreBefore },
    drivers: row.nodesBefore === null ? [] : scoreDrivers(row.nodesBefore, row.nodes, nodeNames),
  };
}
