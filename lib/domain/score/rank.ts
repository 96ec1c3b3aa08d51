import { unitsOf } from "../shared/round";

/**
 * Competition ranks of scores rounded to `decimals`, highest first: ties share the better rank (1, 2, 2, 4). NaN (unscored) has no
 * rank: 0. Rounded scores are whole units of the last decimal, so partners are counted by unit from the worst score to the best;
 * nothing is sorted.
 */
export function competitionRanks(scores: Float64Array, decimals: number): Uint32Array {
  const units = new Int32Array(scores.length);
  let best = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? Number.NaN;
    const unit = Number.isNaN(score) ? UNSCORED : unitsOf(score, decimals);
    units[row] = unit;
    if (unit === UNSCORED) continue;
    best = Math.max(best, unit);
    worst = Math.min(worst, unit);
  }
  const ranks = new Uint32Array(scores.length);
  if (worst > best) return ranks;

  const counts = new Uint32Array(best - worst + 1);
  for (const unit of units) if (unit !== UNSCORED) counts[unit - worst] = (counts[unit - worst] ?? 0) + 1;
  let better = 0;
  for (let place = counts.length - 1; place >= 0; place--) {
    const count = counts[place] ?? 0;
    counts[place] = better;
    better += count;
  }
  for (let row = 0; row < ranks.length; row++) {
    const unit = units[row] ?? UNSCORED;
    if (unit !== UNSCORED) ranks[row] = 1 + (counts[unit - worst] ?? 0);
  }
  return ranks;
}

const UNSCORED = -1;
