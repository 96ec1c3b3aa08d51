/** Competition ranks of scores, highest first: ties share the better rank (1, 2, 2, 4). NaN (unscored) has no rank: 0. */
export function competitionRanks(scores: Float64Array): Uint32Array {
  const scored = scores.filter((score) => !Number.isNaN(score)).sort();
  const rankOf = new Map<number, number>();
  // Ascending, so that the last of a tie to be seen is its best placed.
  scored.forEach((score, position) => {
    rankOf.set(score, scored.length - position);
  });
  return Uint32Array.from(scores, (score) => rankOf.get(score) ?? 0);
}
