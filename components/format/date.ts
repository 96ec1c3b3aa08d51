import { LOCALE } from "./number";

const DAY = new Intl.DateTimeFormat(LOCALE, { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" });
const MOMENT = {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
} as const;
const moments = new Map<string, Intl.DateTimeFormat>();
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat(LOCALE, { month: "long", timeZone: "UTC" });

/** A business date "2013-11-30": Nov 30, 2013. */
export function formatDate(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}

/** A timestamp in a time zone, saying which: Nov 23, 2026, 06:32 UTC. */
export function formatMoment(timestamp: string, timeZone = "UTC"): string {
  const format = moments.get(timeZone) ?? new Intl.DateTimeFormat(LOCALE, { ...MOMENT, timeZone });
  moments.set(timeZone, format);
  return format.format(new Date(timestamp));
}

/** The days from `from` to `until`, which is excluded: Dec 1, 2012 – Nov 30, 2013. */
export function formatPeriod(from: string, until: string): string {
  const lastDay = new Date(Date.parse(`${until}T00:00:00Z`) - 24 * 60 * 60 * 1000);
  return DAY.formatRange(new Date(`${from}T00:00:00Z`), lastDay);
}

/** 1 is January. */
export function formatMonth(month: number): string {
  return MONTH.format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** A fiscal quarter or year by its name, the year being that in which it ends: Q1 FY2014, FY2014. */
export function formatFiscalPeriod({ year, quarter }: { readonly year: number; readonly quarter: number | null }): string {
  return quarter === null ? `FY${year}` : `Q${quarter} FY${year}`;
}

/** 1 is Monday. */
export function formatWeekday(day: number): string {
  return WEEKDAY.format(new Date(Date.UTC(2000, 4, day))); // May 1, 2000 was a Monday
}
