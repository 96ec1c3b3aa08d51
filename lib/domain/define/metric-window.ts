import { addDays, addMonths } from "../shared/calendar-day";
import type { DateRange, IsoDate } from "../shared/iso-date";
import { startOfFiscalQuarter, startOfFiscalYear } from "./fiscal-calendar";
import type { Window } from "./metric";
import type { Program } from "./program";

/** What a program says of its years. */
export type ProgramCalendar = Pick<Program, "fiscalCalendar" | "programYearStartMonth">;

/** The first day of the program year that a date lies in: the fiscal year where the program states no other. */
export function startOfProgramYear(date: IsoDate, { fiscalCalendar, programYearStartMonth }: ProgramCalendar): IsoDate {
  return startOfFiscalYear(date, programYearStartMonth === undefined ? fiscalCalendar : { kind: "months", startMonth: programYearStartMonth });
}

/**
 * The days that a window counts as of a date, which is itself counted. Null for `lifetime`: everything up to and including the
 * as-of date. Months are cut at the day after the as-of date, so that month ends give whole months: 12 months as of 2013-11-30 are
 * [2012-12-01, 2013-12-01). A `previous` window counts the days of the window before it.
 */
export function windowRange(window: Window, asOf: IsoDate, calendar: ProgramCalendar): DateRange | null {
  return rangeBefore(window, asOf, calendar, isPrevious(window) ? 1 : 0);
}

/**
 * The previous such window, which growth compares with: the n months before n trailing months; for a year or quarter to date the
 * same days of the year or quarter before. Null for `lifetime`, which has none.
 */
export function priorRange(window: Window, asOf: IsoDate, calendar: ProgramCalendar): DateRange | null {
  return rangeBefore(window, asOf, calendar, isPrevious(window) ? 2 : 1);
}

function isPrevious(window: Window): boolean {
  return window.kind !== "lifetime" && window.previous === true;
}

/** The window so many windows before the one that ends with the as-of date. */
function rangeBefore(window: Window, asOf: IsoDate, calendar: ProgramCalendar, windows: number): DateRange | null {
  const until = addDays(asOf, 1);
  const back = windows * periodMonths(window);
  const shifted = (from: IsoDate): DateRange => ({ from: addMonths(from, -back), until: addMonths(until, -back) });
  switch (window.kind) {
    case "trailingMonths":
      // Both ends are counted back from the same day: going through a shortened month would lose days.
      return { from: addMonths(until, -back - window.months), until: addMonths(until, -back) };
    case "fiscalYearToDate":
      return shifted(startOfFiscalYear(asOf, calendar.fiscalCalendar));
    case "fiscalQuarterToDate":
      return shifted(startOfFiscalQuarter(asOf, calendar.fiscalCalendar));
    case "programYearToDate":
      return shifted(startOfProgramYear(asOf, calendar));
    case "lifetime":
      return null;
  }
}

function periodMonths(window: Window): number {
  switch (window.kind) {
    case "trailingMonths":
      return window.months;
    case "fiscalYearToDate":
    case "programYearToDate":
      return 12;
    case "fiscalQuarterToDate":
      return 3;
    case "lifetime":
      return 0;
  }
}
