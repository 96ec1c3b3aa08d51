/** Rows from the best rank to the last, equal ones in their order, those without a rank (0) at the end. `ranks`: as competitionRanks. */
export function rowsByRank(ranks: Uint32Array): Uint32Array {
  const size = ranks.length;
  const starts = new Uint32Array(size + 2);
  for (let row = 0; row < size; row++) {
    const place = placeOf(ranks[row], size) + 1;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  for (let place = 1; place < starts.length; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0);
  const rows = new Uint32Array(size);
  for (let row = 0; row < size; row++) {
    const place = placeOf(ranks[row], size);
    const next = starts[place] ?? 0;
    rows[next] = row;
    starts[place] = next + 1;
  }
  return rows;
}

function placeOf(rank: number | undefined, size: number): number {
  return rank === undefined || rank === 0 ? size : rank - 1;
}
