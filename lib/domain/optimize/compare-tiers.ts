/** A tier as two versions of a program may both have it. */
type NamedTier = { readonly key: string };

/** What other rules make of the tiers of the same partners; rows are partners, places 0 for the lowest tier. */
export type TierChange = {
  /** By place of the tier before, then by place of the tier after: how many partners. */
  readonly matrix: readonly Uint32Array[];
  readonly promoted: number;
  readonly demoted: number;
  /** In the tier of the same key as before. */
  readonly unchanged: number;
  /** Their tier is gone, so that nobody can say whether they rise or fall. */
  readonly unplaced: number;
  /** Tiers risen (+) or fallen (−), by row, counted in the tiers after; 0 also where the tier is gone. */
  readonly steps: Int8Array;
  /** By place of the tier before: whether the tiers after do not have it. */
  readonly isGone: readonly boolean[];
};

/** Tiers are the same when their keys are; up and down are in the order of the tiers after. */
export function compareTiers(
  before: { readonly tiers: readonly NamedTier[]; readonly places: Uint8Array },
  after: { readonly tiers: readonly NamedTier[]; readonly places: Uint8Array },
): TierChange {
  const width = after.tiers.length;
  const cells = new Uint32Array(before.tiers.length * width);
  const sameTier = Int8Array.from(before.tiers, ({ key }) => after.tiers.findIndex((tier) => tier.key === key));
  const steps = new Int8Array(after.places.length);
  for (let row = 0; row < steps.length; row++) {
    const from = before.places[row] ?? 0;
    const to = after.places[row] ?? 0;
    const cell = from * width + to;
    cells[cell] = (cells[cell] ?? 0) + 1;
    const was = sameTier[from] ?? -1;
    steps[row] = was < 0 ? 0 : to - was;
  }
  const matrix = before.tiers.map((_, from) => cells.subarray(from * width, (from + 1) * width));
  return { matrix, ...countMoves(matrix, sameTier), steps, isGone: Array.from(sameTier, (place) => place < 0) };
}

/** From the few cells of the matrix: asked of every partner, which way it goes is a branch that no processor foresees. */
function countMoves(matrix: readonly Uint32Array[], sameTier: Int8Array): Pick<TierChange, "promoted" | "demoted" | "unchanged" | "unplaced"> {
  const moves = { promoted: 0, demoted: 0, unchanged: 0, unplaced: 0 };
  matrix.forEach((row, from) => {
    const was = sameTier[from] ?? -1;
    row.forEach((partners, to) => {
      moves[was < 0 ? "unplaced" : to === was ? "unchanged" : to > was ? "promoted" : "demoted"] += partners;
    });
  });
  return moves;
}
