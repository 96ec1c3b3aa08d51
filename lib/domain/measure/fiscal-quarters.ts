import { fiscalQuarterOf, startOfFiscalQuarter } from "../define/fiscal-calendar";
import type { FiscalCalendar } from "../define/program";
import { addDays, addMonths } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";

/** A fiscal quarter as far as it has come: `until` is the day after the as-of date where that lies within it. */
export type QuarterToDate = {
  readonly year: number;
  readonly quarter: number;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly isComplete: boolean;
};

/** The fiscal quarter in which the as-of date lies and the `count` - 1 before it, oldest first. */
export function quartersUntil(asOf: IsoDate, calendar: FiscalCalendar, count: number): QuarterToDate[] {
  const last = startOfFiscalQuarter(asOf, calendar);
  return Array.from({ length: count }, (_, i) => {
    const from = addMonths(last, 3 * (i + 1 - count));
    const next = addMonths(from, 3);
    const known = addDays(asOf, 1);
    const isComplete = next <= known;
    return { ...fiscalQuarterOf(from, calendar), from, until: isComplete ? next : known, isComplete };
  });
}
