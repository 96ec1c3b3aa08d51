/** A partner's tier in each quarter, oldest first, by its place; null where it was not there yet. */
export type TierPath = readonly (number | null)[];

export type Stability = {
  /** Partners that were there in a quarter and the one before, counted in each quarter. */
  readonly partnerQuarters: number;
  /** Of these, in another tier than the quarter before. */
  readonly changes: number;
  /** Share without a change; null where nothing can be compared. */
  readonly share: number | null;
};

/** The first quarter counts no change: what other rules decided before it is no instability of these. */
export function stabilityOf(paths: readonly TierPath[]): Stability {
  let [partnerQuarters, changes] = [0, 0];
  for (const path of paths)
    for (const step of stepsOf(path)) {
      partnerQuarters += 1;
      if (step !== 0) changes += 1;
    }
  return { partnerQuarters, changes, share: partnerQuarters === 0 ? null : 1 - changes / partnerQuarters };
}

/** Whether a partner rose and fell, in whichever order. */
export function isYoYo(path: TierPath): boolean {
  const steps = stepsOf(path);
  return steps.some((step) => step > 0) && steps.some((step) => step < 0);
}

/** In how many quarters the tier was another one than in the quarter before. */
export function changesIn(path: TierPath): number {
  return stepsOf(path).filter((step) => step !== 0).length;
}

/** Tiers risen (+) or fallen (−) from each quarter to the next, where it was there in both. */
function stepsOf(path: TierPath): number[] {
  return path.slice(1).flatMap((place, i) => {
    const before = path[i] ?? null;
    return place === null || before === null ? [] : [place - before];
  });
}
