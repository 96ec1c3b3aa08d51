import { pageCount } from "../shared/page-count";
import type { TierChange } from "./compare-tiers";
import { rowsByRank } from "./rows-by-rank";

/** Which partners are listed: those that rise, that fall, whose tier is gone, or all. */
export type Listed = "promoted" | "demoted" | "unplaced" | "all";

/** One partner before and after: places of its tiers, and scores, null when unscored. */
export type MovedPartner = {
  readonly row: number;
  readonly rank: number | null;
  readonly from: number;
  readonly to: number;
  /** Tiers risen (+) or fallen (−). */
  readonly steps: number;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
};

export type MovedPage = { readonly partners: readonly MovedPartner[]; readonly total: number; readonly page: number; readonly pages: number };

export const PAGE_SIZE = 25;

type Side = { readonly places: Uint8Array; readonly score: Float64Array };

type MovedInput = {
  readonly change: TierChange;
  readonly before: Side;
  readonly after: Side;
  /** After; 0 when unscored. */
  readonly ranks: Uint32Array;
};

/** A page of the partners that are listed: those that move furthest first, then by rank. Beyond the last page it is the last one. */
export function movedPage({ change, before, after, ranks }: MovedInput, listed: Listed, asked: number): MovedPage {
  const rows = listedRows(change, before.places, rowsByRank(ranks), listed);
  const pages = pageCount(rows.length, PAGE_SIZE);
  const page = Math.min(Math.max(1, asked), pages);
  const partners = Array.from(rows.subarray((page - 1) * PAGE_SIZE, page * PAGE_SIZE), (row): MovedPartner => {
    const [from, to] = [before.places[row] ?? 0, after.places[row] ?? 0];
    const scores = { scoreBefore: numberOrNull(before.score[row]), scoreAfter: numberOrNull(after.score[row]) };
    return { row, rank: ranks[row] || null, from, to, steps: change.steps[row] ?? 0, ...scores };
  });
  return { partners, total: rows.length, page, pages };
}

function listedRows({ steps, isGone }: TierChange, places: Uint8Array, ranked: Uint32Array, listed: Listed): Uint32Array {
  switch (listed) {
    case "promoted":
      return furthestFirst(steps, 1, ranked);
    case "demoted":
      return furthestFirst(steps, -1, ranked);
    case "unplaced":
      return ranked.filter((row) => isGone[places[row] ?? 0] === true);
    case "all":
      return ranked;
  }
}

/** Those that move that way. Steps are few: rows are dealt by how far they move, which keeps their order and sorts nothing. */
function furthestFirst(steps: Int8Array, way: 1 | -1, ranked: Uint32Array): Uint32Array {
  const moving = new Uint32Array(MOST_STEPS + 1);
  for (const step of steps) if (step * way > 0) moving[step * way] = (moving[step * way] ?? 0) + 1;
  const next = new Uint32Array(MOST_STEPS + 1);
  let total = 0;
  for (let distance = MOST_STEPS; distance > 0; distance--) {
    next[distance] = total;
    total += moving[distance] ?? 0;
  }
  const rows = new Uint32Array(total);
  for (const row of ranked) {
    const distance = (steps[row] ?? 0) * way;
    if (distance <= 0) continue;
    const place = next[distance] ?? 0;
    rows[place] = row;
    next[distance] = place + 1;
  }
  return rows;
}

/** As many as `TierChange.steps` can hold. */
const MOST_STEPS = 128;

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
