import { addMonths, monthOf, startOfMonth, yearOf } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";
import type { FiscalCalendar } from "./program";

/** A fiscal quarter, 1 to 4, of the fiscal year named by the year in which it ends. */
export type FiscalQuarter = { readonly year: number; readonly quarter: number };

/** Months completed in the fiscal year before the month of `date`: 0 in its first month, 11 in its last. */
function monthsIntoYear(date: IsoDate, calendar: FiscalCalendar): number {
  return (monthOf(date) - calendar.startMonth + 12) % 12;
}

export function startOfFiscalYear(date: IsoDate, calendar: FiscalCalendar): IsoDate {
  return addMonths(startOfMonth(date), -monthsIntoYear(date, calendar));
}

export function startOfFiscalQuarter(date: IsoDate, calendar: FiscalCalendar): IsoDate {
  return addMonths(startOfMonth(date), -(monthsIntoYear(date, calendar) % 3));
}

export function fiscalQuarterOf(date: IsoDate, calendar: FiscalCalendar): FiscalQuarter {
  const lastMonth = addMonths(startOfFiscalYear(date, calendar), 11);
  return { year: yearOf(lastMonth), quarter: Math.floor(monthsIntoYear(date, calendar) / 3) + 1 };
}

/** The first day of the fiscal quarter after the one of `date`. */
export function startOfNextFiscalQuarter(date: IsoDate, calendar: FiscalCalendar): IsoDate {
  return addMonths(startOfFiscalQuarter(date, calendar), 3);
}
