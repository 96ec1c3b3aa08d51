import type { PartnerInput } from "../run-input";
import { daysBetween } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";
import { roundHalfAway } from "../shared/round";
import type { Confidence } from "./decision";
import type { ScoreColumns } from "./node-columns";

/** Limits, all included, that a level asks for; what fails `medium` is `low`. Monthly files that arrive within two weeks are fresh. */
const LEVELS = {
  high: { coverage: 0.9, ageDays: 45, unmatchedBps: 100 },
  medium: { coverage: 0.6, ageDays: 100, unmatchedBps: 500 },
} as const;

/**
 * How far a decision can be relied on. `coverage` is the nominal weight, to 4 decimals, of the criteria whose metric has data.
 * `level` is high from 90 % coverage, facts at most 45 days old and at most 1 % unmatched rows; medium from 60 %, 100 days and 5 %;
 * otherwise low, as without any facts. A fact dated after the as-of date is 0 days old.
 */
export function confidenceReader(columns: ScoreColumns, asOf: IsoDate): (row: number, partner: PartnerInput) => Confidence {
  const criteria = columns.tree.nodes.flatMap(({ source, nominalShare }) =>
    source.kind === "criterion" ? [{ nominalShare, values: columns.table.column(source.metric) }] : [],
  );
  return (row, { latestFactOn, unmatchedBps }) => {
    let covered = 0;
    for (const { nominalShare, values } of criteria) if (!Number.isNaN(values[row])) covered += nominalShare;
    const coverage = roundHalfAway(covered, 4);
    const ageDays = latestFactOn === null ? null : Math.max(0, daysBetween(latestFactOn, asOf));
    return { coverage, ageDays, unmatchedBps, level: levelOf(coverage, ageDays, unmatchedBps) };
  };
}

function levelOf(coverage: number, ageDays: number | null, unmatchedBps: number): Confidence["level"] {
  const reaches = (limits: (typeof LEVELS)["high" | "medium"]) =>
    coverage >= limits.coverage && ageDays !== null && ageDays <= limits.ageDays && unmatchedBps <= limits.unmatchedBps;
  return reaches(LEVELS.high) ? "high" : reaches(LEVELS.medium) ? "medium" : "low";
}
