import type { Readings } from "../define/readings";
import type { ScoreColumns } from "./node-columns";
import type { ReadingTable } from "./population";
import type { Qualification } from "./qualify-tier";

/** A reading, scored. */
export type ScoredReading = Pick<ReadingTable, "reading" | "measured"> & { readonly columns: ScoreColumns; readonly qualification: Qualification };

/** What counts of each partner: the score and the tier of its best reading. */
export type BestReadings = {
  /** By row: rounded; NaN when unscored. */
  readonly score: Float64Array;
  readonly qualification: Qualification;
  /** The reading that counts. */
  readonly of: (row: number) => ScoredReading;
};

/**
 * The best of each partner's readings: the one that reaches the highest tier; of several, the first in their order or, by `regions`, the
 * one with the highest score. A tier is held when any reading holds it.
 */
export function bestReadings(readings: readonly ScoredReading[], kind: Readings["kind"] | undefined): BestReadings {
  const [own, ...others] = readings;
  if (own === undefined) throw new RangeError("a run has at least its own reading");
  if (others.length === 0) return { score: own.columns.score, qualification: own.qualification, of: () => own };

  const size = own.columns.score.length;
  const chosen = new Uint8Array(size);
  const score = new Float64Array(size);
  const qualified = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    let best = readings.findIndex(({ measured }) => measured?.[row] !== 0);
    for (let next = best + 1; next < readings.length; next++) {
      if (readings[next]?.measured?.[row] === 1 && isBetter(readings[next], readings[best], row, kind === "regions")) best = next;
    }
    chosen[row] = best;
    score[row] = readings[best]?.columns.score[row] ?? Number.NaN;
    qualified[row] = readings[best]?.qualification.qualified[row] ?? 0;
  }
  const of = (row: number): ScoredReading => readings[chosen[row] ?? 0] ?? own;
  return {
    score,
    of,
    qualification: {
      qualified,
      reaches: (row, tier) => of(row).qualification.reaches(row, tier),
      holds: (row, tier) => readings.some(({ measured, qualification }) => measured?.[row] !== 0 && qualification.holds(row, tier)),
      explain: (row) => of(row).qualification.explain(row),
    },
  };
}

function isBetter(one: ScoredReading | undefined, best: ScoredReading | undefined, row: number, byScore: boolean): boolean {
  const tier = one?.qualification.qualified[row] ?? 0;
  const bestTier = best?.qualification.qualified[row] ?? 0;
  if (tier !== bestTier) return tier > bestTier;
  // A reading without a score is no better than one with the lowest.
  return byScore && (one?.columns.score[row] ?? Number.NaN) > (best?.columns.score[row] ?? Number.NaN);
}
