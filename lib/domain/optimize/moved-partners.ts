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
  const rows = furthestFirst(
    rowsByRank(ranks).filter((row) => isListed(change, before.places[row] ?? 0, row, listed)),
    change,
    listed,
  );
  const pages = pageCount(rows.length, PAGE_SIZE);
  const page = Math.min(Math.max(1, asked), pages);
  const partners = Array.from(rows.subarray((page - 1) * PAGE_SIZE, page * PAGE_SIZE), (row): MovedPartner => {
    const [from, to] = [before.places[row] ?? 0, after.places[row] ?? 0];
    const scores = { scoreBefore: numberOrNull(before.score[row]), scoreAfter: numberOrNull(after.score[row]) };
    return { row, rank: ranks[row] || null, from, to, steps: change.steps[row] ?? 0, ...scores };
  });
  return { partners, total: rows.length, page, pages };
}

function isListed({ steps, isGone }: TierChange, from: number, row: number, listed: Listed): boolean {
  switch (listed) {
    case "promoted":
      return (steps[row] ?? 0) > 0;
    case "demoted":
      return (steps[row] ?? 0) < 0;
    case "unplaced":
      return isGone[from] === true;
    case "all":
      return true;
  }
}

/** Steps are few: rows are dealt by how far they move, which keeps their order and sorts nothing. */
function furthestFirst(rows: Uint32Array, { steps }: TierChange, listed: Listed): Uint32Array {
  if (listed === "all" || listed === "unplaced") return rows;
  const byDistance = new Map<number, number[]>();
  for (const row of rows) {
    const distance = Math.abs(steps[row] ?? 0);
    const dealt = byDistance.get(distance) ?? [];
    dealt.push(row);
    byDistance.set(distance, dealt);
  }
  return Uint32Array.from([...byDistance].sort(([a], [b]) => b - a).flatMap(([, dealt]) => dealt));
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
