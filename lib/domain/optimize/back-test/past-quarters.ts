import type { FiscalCalendar } from "../../define/program";
import { quartersUntil } from "../../measure/fiscal-quarters";
import { addDays } from "../../shared/calendar-day";
import type { IsoDate } from "../../shared/iso-date";

/** A fiscal quarter that is over: `until` is the day after its last, `lastDay`. */
export type PastQuarter = {
  readonly year: number;
  readonly quarter: number;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly lastDay: IsoDate;
};

/** The last `count` fiscal quarters that end on or before a day, oldest first. */
export function pastQuarters(asOf: IsoDate, calendar: FiscalCalendar, count: number): PastQuarter[] {
  return quartersUntil(asOf, calendar, count + 1)
    .filter(({ isComplete }) => isComplete)
    .slice(-count)
    .map(({ isComplete: _, ...quarter }) => ({ ...quarter, lastDay: addDays(quarter.until, -1) }));
}
