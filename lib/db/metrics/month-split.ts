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

function notEmpty({ from, until }: DateRange): boolean {
  return from < until;
}
