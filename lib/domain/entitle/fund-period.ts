import { startOfFiscalQuarter, startOfFiscalYear } from "../define/fiscal-calendar";
import type { FiscalCalendar } from "../define/program";
import { addMonths } from "../shared/calendar-day";
import type { DateRange, IsoDate } from "../shared/iso-date";

/** The fiscal quarter or year in which a day lies. */
export function fundPeriod(per: "quarter" | "year", date: IsoDate, calendar: FiscalCalendar): DateRange {
  const from = per === "quarter" ? startOfFiscalQuarter(date, calendar) : startOfFiscalYear(date, calendar);
  return { from, until: addMonths(from, per === "quarter" ? 3 : 12) };
}
