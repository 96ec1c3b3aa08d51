import { formatDate } from "@/components/format/date";
import { counted } from "@/components/format/number";
import { daysBetween } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";

/** The last days of a period often have no sales: a gap of so many days tells nothing. */
const USUAL_DAYS = 7;

/**
 * What a person should know of a run as of a day that the POS data does not reach; null where nothing is amiss. `dataThrough`: day of
 * the newest POS line, null without any.
 */
export function dataGapWords(asOf: string, dataThrough: string | null): string | null {
  const day = IsoDate.safeParse(asOf);
  const newest = IsoDate.safeParse(dataThrough);
  if (!day.success || !newest.success) return null; // a date half typed, or no data at all, which shows by itself
  const days = daysBetween(newest.data, day.data);
  if (days <= USUAL_DAYS) return null;
  return `The newest POS line is of ${formatDate(newest.data)}, ${counted(days, "day")} before. Days whose sales have not been imported count as days without sales: scores fall, and missed reviews use up partners’ grace.`;
}
