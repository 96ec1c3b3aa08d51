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
  const matrix = before.tiers.map(() => new Uint32Array(after.tiers.length));
  const sameTier = Int8Array.from(before.tiers, ({ key }) => after.tiers.findIndex((tier) => tier.key === key));
  const steps = new Int8Array(after.places.length);
  let [promoted, demoted, unchanged, unplaced] = [0, 0, 0, 0];
  for (let row = 0; row < steps.length; row++) {
    const from = before.places[row] ?? 0;
    const to = after.places[row] ?? 0;
    const cells = matrix[from];
    if (cells !== undefined) cells[to] = (cells[to] ?? 0) + 1;
    const was = sameTier[from] ?? -1;
    if (was < 0) unplaced += 1;
    else if (to === was) unchanged += 1;
    else if (to > was) promoted += 1;
    else demoted += 1;
    steps[row] = was < 0 ? 0 : to - was;
  }
  return { matrix, promoted, demoted, unchanged, unplaced, steps, isGone: Array.from(sameTier, (place) => place < 0) };
}
