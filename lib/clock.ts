import { IsoDate } from "@/lib/domain/shared/iso-date";

/** The present instant. The only reader of the clock: everything else takes a date as an argument. */
export function now(): Date {
  return new Date();
}

/** Today's business date in a time zone (an IANA name such as `Europe/Berlin`). */
export function today(timeZone: string): IsoDate {
  return IsoDate.parse(new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now()));
}
