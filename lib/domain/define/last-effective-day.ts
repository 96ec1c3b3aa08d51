import { addMonths } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";

const MOST_MONTHS_AHEAD = 60;

/** The last day from which a version may take effect: what lies further ahead is a slip, and a published version never changes. */
export function lastEffectiveDay(today: IsoDate): IsoDate {
  return addMonths(today, MOST_MONTHS_AHEAD);
}
