import { addDays, addMonths, monthOf, startOfMonth } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";
import { startOfFiscalQuarter } from "./fiscal-calendar";
import type { Program } from "./program";

const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;

/**
 * The next day after a run's date at which promotions can be expected: the last day of the next month in which the program makes them;
 * where it makes them at every run, of the fiscal quarter.
 */
export function nextReview(asOf: IsoDate, { movement: { promoteAt }, fiscalCalendar }: Pick<Program, "movement" | "fiscalCalendar">): IsoDate {
  if (promoteAt === "everyRun") {
    const quarter = startOfFiscalQuarter(asOf, fiscalCalendar);
    const end = lastDayOf(quarter, MONTHS_A_QUARTER);
    return end > asOf ? end : lastDayOf(quarter, 2 * MONTHS_A_QUARTER);
  }
  const ends = Array.from({ length: MONTHS_A_YEAR + 1 }, (_, ahead) => lastDayOf(startOfMonth(asOf), ahead + 1));
  return ends.find((end) => end > asOf && promoteAt.months.includes(monthOf(end))) ?? addMonths(asOf, MONTHS_A_YEAR);
}

/** The first of the reviews after a run's date at which something counts that does from some day on. */
export function firstReviewFrom(countsOn: IsoDate, asOf: IsoDate, program: Pick<Program, "movement" | "fiscalCalendar">): IsoDate {
  let review = nextReview(asOf, program);
  while (review < countsOn) review = nextReview(review, program);
  return review;
}

/** The last day of so many months that begin with a day. */
function lastDayOf(first: IsoDate, months: number): IsoDate {
  return addDays(addMonths(first, months), -1);
}
