import { addMonths, startOfMonth } from "@/lib/domain/shared/calendar-day";
import type { DateRange, IsoDate } from "@/lib/domain/shared/iso-date";

/** Days from `from` (null: from the beginning) until the day before `until`. */
export type OpenRange = { readonly from: IsoDate | null; readonly until: IsoDate };

/** The same days as whole calendar months, which the rollup answers (null when there are none), and the days left over at either end. */
export type MonthSplit = { readonly months: OpenRange | null; readonly days: readonly DateRange[] };

export function splitByMonth({ from, until }: OpenRange): MonthSplit {
  const monthsUntil = startOfMonth(until);
  if (from === null) return { months: { from, until: monthsUntil }, days: [{ from: monthsUntil, until }].filter(notEmpty) };
  const monthsFrom = from === startOfMonth(from) ? from : addMonths(startOfMonth(from), 1);
  if (monthsFrom > monthsUntil) return { months: null, days: [{ from, until }] };
  return {
    months: monthsFrom < monthsUntil ? { from: monthsFrom, until: monthsUntil } : null,
    days: [
      { from, until: monthsFrom },
      { from: monthsUntil, until },
    ].filter(notEmpty),
  };
}

/** The smallest range that holds all of them; null for none. */
export function rangeAround(ranges: readonly OpenRange[]): OpenRange | null {
  const starts = ranges.flatMap(({ from }) => from ?? []).sort();
  const until = ranges
    .map((range) => range.until)
    .sort()
    .at(-1);
  if (until === undefined) return null;
  return { from: starts.length < ranges.length ? null : (starts[0] ?? null), until };
}

function notEmpty({ from, until }: DateRange): boolean {
  return from < until;
}
