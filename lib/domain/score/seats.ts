import type { Capacity } from "../define/capacity";
import type { Program } from "../define/program";
import type { TierResult } from "./decision";
import type { MetricTable } from "./metric-table";
import type { Qualification } from "./qualify-tier";

/** Whether a partner that qualifies for a tier with a capacity has a seat in it. */
type Seat = {
  /** Seats of its group; 0 for a partner without a group. */
  readonly seats: number;
  /** Partners that qualify, or find no seat above, and compete for the seats. */
  readonly competing: number;
  /** Its place among them by score, 1 for the best; equal scores share the better place. Null without a group. */
  readonly place: number | null;
  readonly seated: boolean;
};

type Contested = { readonly tier: number; readonly seatOf: ReadonlyMap<number, Seat> };

/**
 * Lets only as many qualify for a tier as it has seats (define/capacity.ts), from the highest tier down: who finds none qualifies for
 * the next lower tier that it reaches. Partners without a score come last. A margin holds nobody in a tier in which it found no seat.
 */
export function withinCapacity({ tiers }: Pick<Program, "tiers">, score: Float64Array, table: MetricTable, free: Qualification): Qualification {
  if (tiers.every(({ capacity }) => capacity === undefined)) return free;
  const qualified = free.qualified.slice();
  const contested: Contested[] = [];
  for (let tier = tiers.length - 1; tier > 0; tier--) {
    const capacity = tiers[tier]?.capacity;
    if (capacity === undefined) continue;
    const rows = rowsOf(qualified, tier);
    const seatOf = seatsFor(capacity, rows, score, table);
    for (const row of rows) if (seatOf.get(row)?.seated !== true) qualified[row] = nextLower(free, row, tier);
    contested.push({ tier, seatOf });
  }
  const lostSeat = (row: number, tier: number): boolean => contested.some((one) => one.tier === tier && one.seatOf.get(row)?.seated === false);
  return {
    qualified,
    reaches: (row, tier) => free.reaches(row, tier) && !lostSeat(row, tier),
    holds: (row, tier) => free.holds(row, tier) && !lostSeat(row, tier),
    explain: (row) => free.explain(row).map((result, tier) => withSeat(result, contested.find((one) => one.tier === tier)?.seatOf.get(row))),
  };
}

function rowsOf(qualified: Uint8Array, tier: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < qualified.length; row++) if (qualified[row] === tier) rows.push(row);
  return rows;
}

/** The lowest tier takes everyone. */
function nextLower(free: Qualification, row: number, tier: number): number {
  let lower = tier - 1;
  while (lower > 0 && !free.reaches(row, lower)) lower -= 1;
  return lower;
}

function seatsFor(capacity: Capacity, rows: readonly number[], score: Float64Array, table: MetricTable): Map<number, Seat> {
  const members = groupSizes(capacity, table);
  const byGroup = new Map<string | number | boolean | null, number[]>();
  for (const row of rows) {
    const group = groupOf(capacity, table, row);
    byGroup.set(group, [...(byGroup.get(group) ?? []), row]);
  }
  const seatOf = new Map<number, Seat>();
  for (const [group, competing] of byGroup) {
    if (group === null) for (const row of competing) seatOf.set(row, { seats: 0, competing: competing.length, place: null, seated: false });
    else fillSeats(seatsIn(capacity, members.get(group) ?? 0), capacity.ties, competing, score, seatOf);
  }
  return seatOf;
}

/** The group that a partner competes in; null where it belongs to none. */
export function groupOf({ per }: Capacity, table: MetricTable, row: number): string | number | boolean | null {
  return per === "all" ? "all" : table.attribute(row, per.attribute);
}

/** Only a share needs to know how many there are. */
function groupSizes(capacity: Capacity, table: MetricTable): Map<string | number | boolean | null, number> {
  const sizes = new Map<string | number | boolean | null, number>();
  if ("partners" in capacity.limit) return sizes;
  for (let row = 0; row < table.size; row++) {
    const group = groupOf(capacity, table, row);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes;
}

/** The seats of a group of so many partners. */
export function seatsIn({ limit }: Capacity, members: number): number {
  return "partners" in limit ? limit.partners : Math.floor((members * limit.percent) / 100);
}

/** Best first; `worth` of an unscored partner lies below every score. */
function fillSeats(seats: number, ties: Capacity["ties"], rows: readonly number[], score: Float64Array, seatOf: Map<number, Seat>): void {
  const worth = (row: number): number => (Number.isNaN(score[row]) ? -1 : (score[row] ?? -1));
  const bestFirst = [...rows].sort((a, b) => worth(b) - worth(a));
  const firstOut = bestFirst[seats];
  const edge = firstOut === undefined ? Number.NEGATIVE_INFINITY : worth(firstOut);
  const lastIn = seats === 0 ? undefined : bestFirst[seats - 1];
  const isTied = lastIn !== undefined && worth(lastIn) === edge;
  let place = 1;
  bestFirst.forEach((row, at) => {
    if (at > 0 && worth(row) !== worth(bestFirst[at - 1] ?? row)) place = at + 1;
    const seated = worth(row) > edge || (worth(row) === edge && isTied && ties === "allIn");
    seatOf.set(row, { seats, competing: rows.length, place, seated });
  });
}

/** Without a seat a tier is not met, whatever its check says. */
function withSeat(result: TierResult, seat: Seat | undefined): TierResult {
  if (seat === undefined) return result;
  const { seats, competing, place, seated } = seat;
  return { ...result, verdict: seated ? result.verdict : "short", capacity: { seats, competing, place, verdict: seated ? "met" : "short" } };
}
