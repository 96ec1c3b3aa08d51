/** Which option of which choice. */
export type Picks = null | { readonly choice: number; readonly option: number } | { readonly both: readonly [Picks, Picks] };

/**
 * What a part of the score can be brought to. Only reaches that are alike can be compared by their value: higher is better.
 * Of a node the value is its points, and `alike` is HAS_POINTS, LEFT_OUT or UNSCORED, in which the value says nothing.
 */
export type Reach = { readonly effort: number; readonly value: number; readonly alike: number; readonly picks: Picks };

export const [UNSCORED, LEFT_OUT, HAS_POINTS] = [-1, 0, 1] as const;

/**
 * The reaches worth knowing: those to which no other one is alike that takes as little effort and is at least as good. `everyValue`: the
 * least effort for every value, where more may be worse.
 */
export function worthKnowing(reaches: readonly Reach[], everyValue: boolean): readonly Reach[] {
  if (reaches.length < 2) return reaches;
  const kept: Reach[] = [];
  const seen = new Set<number>();
  let last: Reach | undefined;
  for (const reach of reaches.toSorted(leastEffortFirst)) {
    if (last?.alike !== reach.alike) {
      last = undefined;
      seen.clear();
    }
    const isWorth = last === undefined || (everyValue ? !seen.has(reach.value) : reach.value > last.value);
    if (!isWorth) continue;
    kept.push(reach);
    seen.add(reach.value);
    last = reach;
  }
  return kept;
}

/** Alike ones together; of equal effort the better first. Values may be infinite, so they are not subtracted. */
function leastEffortFirst(a: Reach, b: Reach): number {
  if (a.alike !== b.alike) return a.alike - b.alike;
  if (a.effort !== b.effort) return a.effort - b.effort;
  return a.value === b.value ? 0 : a.value > b.value ? -1 : 1;
}

export function withPicks(one: Picks, other: Picks): Picks {
  return one === null ? other : other === null ? one : { both: [one, other] };
}

/** The options picked, by choice. */
export function pickedOptions(picks: Picks): Map<number, number> {
  const options = new Map<number, number>();
  const visit = (each: Picks): void => {
    if (each === null) return;
    if ("both" in each) each.both.forEach(visit);
    else options.set(each.choice, each.option);
  };
  visit(picks);
  return options;
}
