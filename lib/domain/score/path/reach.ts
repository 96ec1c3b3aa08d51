/** Which option of which choice. */
export type Picks = null | { readonly choice: number; readonly option: number } | { readonly both: readonly [Picks, Picks] };

/**
 * What a part of the score can be brought to. Only reaches that are alike can be compared by their value: higher is better.
 * Of a node the value is its points, and `alike` is HAS_POINTS, LEFT_OUT or UNSCORED, in which the value says nothing.
 */
export type Reach = { readonly effort: number; readonly value: number; readonly alike: number; readonly picks: Picks };

export const [UNSCORED, LEFT_OUT, HAS_POINTS] = [-1, 0, 1] as const;

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
