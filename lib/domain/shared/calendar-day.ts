import type { IsoDate } from "./iso-date";

/** Arithmetic on days of the proleptic Gregorian calendar, years 0000 to 9999, without a clock or a time zone. */

type Civil = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_IN_400_YEARS = 146_097;
const SOME_MONDAY = "2001-01-01" as IsoDate;

function civilOf(date: IsoDate): Civil {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function dateOf(year: number, month: number, day: number): IsoDate {
  if (year < 0 || year > 9999) throw new RangeError(`the year ${year} is outside the calendar (0000 to 9999)`);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as IsoDate;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 0000-03-01. Years that begin in March put the leap day last, so that month lengths follow one formula. */
function dayNumber({ year, month, day }: Civil): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1;
}

function dateOfDayNumber(days: number): IsoDate {
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1))) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dateOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}

/** The date `days` later (earlier when negative). RangeError outside the years 0000 to 9999. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(civilOf(date)) + days);
}

/** The same day `months` later (earlier when negative), or the month's last day when it has no such day. RangeError outside the years 0000 to 9999. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = civilOf(date);
  const monthIndex = year * 12 + month - 1 + months;
  const toYear = Math.floor(monthIndex / 12);
  const toMonth = monthIndex - toYear * 12 + 1;
  return dateOf(toYear, toMonth, Math.min(day, lengthOfMonth(toYear, toMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(civilOf(to)) - dayNumber(civilOf(from));
}

/** Whole months completed from `from` to `to`: 2024-01-31 to 2024-02-29 is 0, to 2024-03-31 is 2. Negative when `to` is earlier. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const start = civilOf(from);
  const end = civilOf(to);
  return (end.year - start.year) * 12 + (end.month - start.month) - (end.day < start.day ? 1 : 0);
}

export function startOfMonth(date: IsoDate): IsoDate {
  const { year, month } = civilOf(date);
  return dateOf(year, month, 1);
}

/** The month of the year, 1 = January. */
export function monthOf(date: IsoDate): number {
  return civilOf(date).month;
}

export function yearOf(date: IsoDate): number {
  return civilOf(date).year;
}

/** The first day of the week that `date` lies in; `weekStart` 1 is Monday, 7 Sunday. */
export function startOfWeek(date: IsoDate, weekStart: number): IsoDate {
  const daysSinceMonday = daysBetween(SOME_MONDAY, date) - (weekStart - 1);
  return addDays(date, -(((daysSinceMonday % 7) + 7) % 7));
}
