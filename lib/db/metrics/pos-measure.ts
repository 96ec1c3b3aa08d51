import type { FactIds } from "./fact-filter";
import type { OpenRange } from "./month-split";

/** One figure to take from the POS lines of each partner: how many there are and, when asked for, a sum and the places they fall in. */
export type PosMeasure = {
  readonly range: OpenRange;
  readonly ids: FactIds;
  /** null: only the number of lines is wanted. */
  readonly sum: "net_e4" | "units" | null;
  /** What to count distinctly; a place counts while it has lines left. */
  readonly distinct: "region" | "month" | null;
};

/** What a measure came to for one partner. `sums` by currency. */
export type PosFigure = { readonly lines: number; readonly sums: ReadonlyMap<string, bigint>; readonly places: ReadonlySet<unknown> };

export const NO_LINES: PosFigure = { lines: 0, sums: new Map(), places: new Set() };

/** The measures that a program's metrics need, each once: metrics over the same lines share one. */
export class PosMeasures {
  readonly #measures: PosMeasure[] = [];

  /** The position at which the measure's figure will be found. */
  add(range: OpenRange, ids: FactIds, want: Partial<Pick<PosMeasure, "sum" | "distinct">> = {}): number {
    const { sum = null, distinct = null } = want;
    const lines = JSON.stringify([range, ids]);
    const at = this.#measures.findIndex(
      (known) => JSON.stringify([known.range, known.ids]) === lines && joins(known.sum, sum) && joins(known.distinct, distinct),
    );
    const known = this.#measures[at];
    if (known === undefined) return this.#measures.push({ range, ids, sum, distinct }) - 1;
    this.#measures[at] = { range, ids, sum: known.sum ?? sum, distinct: known.distinct ?? distinct };
    return at;
  }

  get all(): readonly PosMeasure[] {
    return this.#measures;
  }
}

function joins<Wanted>(known: Wanted | null, wanted: Wanted | null): boolean {
  return known === null || wanted === null || known === wanted;
}
