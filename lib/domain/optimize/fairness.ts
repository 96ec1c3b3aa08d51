/** What other rules do to one group of partners. Shares are of its partners, 0 to 1. */
export type GroupEffect = {
  readonly group: string;
  readonly partners: number;
  readonly promoted: number;
  readonly demoted: number;
  /** In a tier above the lowest, before and after. */
  readonly tieredBefore: number;
  readonly tieredAfter: number;
  /** Mean change of the score over the partners that have one before and after; null without any. */
  readonly scoreChange: number | null;
};

export type FairnessInput = {
  /** By row; null for a partner that is in no group. */
  readonly groupOf: (row: number) => string | null;
  readonly steps: Int8Array;
  readonly before: { readonly places: Uint8Array; readonly score: Float64Array };
  readonly after: { readonly places: Uint8Array; readonly score: Float64Array };
};

/** The effects by group, the largest group first, then in order of their names. */
export function effectsByGroup({ groupOf, steps, before, after }: FairnessInput): GroupEffect[] {
  const sums = new Map<string, Sums>();
  for (let row = 0; row < steps.length; row++) {
    const group = groupOf(row);
    if (group === null) continue;
    const own = sums.get(group) ?? emptySums();
    sums.set(group, own);
    own.partners += 1;
    const moved = steps[row] ?? 0;
    if (moved > 0) own.promoted += 1;
    if (moved < 0) own.demoted += 1;
    if ((before.places[row] ?? 0) > 0) own.tieredBefore += 1;
    if ((after.places[row] ?? 0) > 0) own.tieredAfter += 1;
    const change = (after.score[row] ?? Number.NaN) - (before.score[row] ?? Number.NaN);
    if (Number.isNaN(change)) continue;
    own.scored += 1;
    own.change += change;
  }
  return [...sums]
    .map(([group, { partners, promoted, demoted, tieredBefore, tieredAfter, scored, change }]) => ({
      ...{ group, partners },
      ...{ promoted: promoted / partners, demoted: demoted / partners, tieredBefore: tieredBefore / partners, tieredAfter: tieredAfter / partners },
      scoreChange: scored === 0 ? null : change / scored,
    }))
    .sort((a, b) => b.partners - a.partners || (a.group < b.group ? -1 : 1));
}

type Sums = { -readonly [Key in "partners" | "promoted" | "demoted" | "tieredBefore" | "tieredAfter" | "scored" | "change"]: number };

function emptySums(): Sums {
  return { partners: 0, promoted: 0, demoted: 0, tieredBefore: 0, tieredAfter: 0, scored: 0, change: 0 };
}

/** Groups smaller than this say more of chance than of rules. */
export const SMALLEST_GROUP = 5;

/**
 * The lowest share of a group in a tier above the lowest, over the highest, after the change: 1 when all fare alike. Below 0.8, the four
 * fifths of selection practice (US Uniform Guidelines, 29 CFR 1607.4 D), it deserves a look. Null with fewer than two groups of
 * SMALLEST_GROUP partners, and where nobody is in such a tier.
 */
export function disparity(effects: readonly GroupEffect[]): number | null {
  const shares = effects.filter(({ partners }) => partners >= SMALLEST_GROUP).map(({ tieredAfter }) => tieredAfter);
  const most = Math.max(...shares);
  return shares.length < 2 || most === 0 ? null : Math.min(...shares) / most;
}

const QUARTERS = ["smallest quarter", "second quarter", "third quarter", "largest quarter"] as const;

/** Groups of equal size by a number such as revenue, from the smallest quarter up; NaN is in none, and equal numbers are in one. */
export function quarterOf(values: Float64Array): (row: number) => string | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts = [1, 2, 3].map((quarter) => sorted[Math.floor((sorted.length * quarter) / QUARTERS.length)] ?? Number.NaN);
  return (row) => {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) return null;
    return QUARTERS[cuts.filter((cut) => value >= cut).length] ?? null;
  };
}
