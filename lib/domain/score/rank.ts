import { unitsOf } from "../shared/round";

/**
 * Competition ranks of scores rounded to `decimals`, highest first: ties share the better rank (1, 2, 2, 4). NaN (unscored) has no
 * rank: 0. Partners are counted by score, so only the distinct scores are sorted; as whole units, which a Map finds fastest.
 */
export function competitionRanks(scores: Float64Array, decimals: number): Uint32Array {
  const units = new Int32Array(scores.length);
  const counts = new Map<number, number>();
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? Number.NaN;
    const unit = Number.isNaN(score) ? UNSCORED : unitsOf(score, decimals);
    units[row] = unit;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const rankOf = new Map<number, number>();
  let better = 0;
  counts.delete(UNSCORED);
  for (const [unit, count] of [...counts].sort(([a], [b]) => b - a)) {
    rankOf.set(unit, better + 1);
    better += count;
  }
  return Uint32Array.from(units, (unit) => rankOf.get(unit) ?? 0);
}

const UNSCORED = -1;
