import { addDays, addMonths } from "../shared/calendar-day";
import type { DateRange, IsoDate } from "../shared/iso-date";
import { startOfFiscalQuarter, startOfFiscalYear } from "./fiscal-calendar";
import type { Window } from "./metric";
import type { FiscalCalendar } from "./program";

/**
 * The days that a window counts as of a date, which is itself counted. Null for `lifetime`: everything up to and including the
 * as-of date. Months are cut at the day after the as-of date, so that month ends give whole months: 12 months as of 2013-11-30 are
 * [2012-12-01, 2013-12-01).
 */
export function windowRange(window: Window, asOf: IsoDate, calendar: FiscalCalendar): DateRange | null {
  const until = addDays(asOf, 1);
  switch (window.kind) {
    case "trailingMonths":
      return { from: addMonths(until, -window.months), until };
    case "fiscalYearToDate":
      return { from: startOfFiscalYear(asOf, calendar), until };
    case "fiscalQuarterToDate":
      return { from: startOfFiscalQuarter(asOf, calendar), until };
    case "lifetime":
      return null;
  }
}

/**
 * The previous such window, which growth compares with: the n months before n trailing months; for a year or quarter to date the
 * same days of the fiscal year or quarter before. Null for `lifetime`, which has none.
 */
export function priorRange(window: Window, asOf: IsoDate, calendar: FiscalCalendar): DateRange | null {
  const range = windowRange(window, asOf, calendar);
  if (range === null) return null;
  const months = periodMonths(window);
  // Both ends are counted back from their own day: going through a shortened month would lose days.
  const from = window.kind === "trailingMonths" ? addMonths(range.until, -2 * months) : addMonths(range.from, -months);
  return { from, until: addMonths(range.until, -months) };
}

function periodMonths(window: Window): number {
  switch (window.kind) {
    case "trailingMonths":
      return window.months;
    case "fiscalYearToDate":
      return 12;
    case "fiscalQuarterToDate":
      return 3;
    case "lifetime":
      return 0;
  }
}
