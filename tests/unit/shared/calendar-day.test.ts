import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, addMonths, daysBetween, monthOf, monthsBetween, startOfMonth, yearOf } from "../../../lib/domain/shared/calendar-day";
import { IsoDate } from "../../../lib/domain/shared/iso-date";

const day = (text: string) => IsoDate.parse(text);
/** Days since 1970-01-01 by the platform's own calendar. */
const platformDay = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const anyDay = fc
  .integer({ min: platformDay("0001-01-01"), max: platformDay("9980-12-31") })
  .map((n) => day(new Date(n * 86_400_000).toISOString().slice(0, 10)));

describe("days", () => {
  test.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["1900-02-28", 1, "1900-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["2013-12-31", 1, "2014-01-01"],
    ["2014-01-01", -1, "2013-12-31"],
    ["2024-03-01", -366, "2023-03-01"],
    ["0000-03-01", -1, "0000-02-29"],
  ])("%s and %d days is %s", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it("agree with the platform's calendar over its years", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (from, days) => {
        fc.pre(platformDay(from) + days >= platformDay("0001-01-01"));
        const to = addDays(from, days);
        expect(platformDay(to) - platformDay(from)).toBe(days);
        expect(daysBetween(from, to)).toBe(days);
        expect(IsoDate.safeParse(to).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuse to leave the calendar", () => {
    expect(() => addDays(day("9999-12-31"), 1)).toThrow("the year 10000 is outside the calendar");
    expect(() => addMonths(day("0000-01-01"), -1)).toThrow(RangeError);
  });
});

describe("months", () => {
  test.each([
    ["2013-01-31", 1, "2013-02-28"],
    ["2012-01-31", 1, "2012-02-29"],
    ["2013-12-01", -12, "2012-12-01"],
    ["2013-01-15", -1, "2012-12-15"],
    ["2013-05-31", -3, "2013-02-28"],
    ["2013-11-30", 0, "2013-11-30"],
    ["2012-02-29", 12, "2013-02-28"],
    ["2012-02-29", 48, "2016-02-29"],
  ])("%s and %d months is %s, cut to the month's end", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test.each([
    ["2024-01-31", "2024-02-29", 0],
    ["2024-01-31", "2024-03-31", 2],
    ["2024-01-15", "2024-07-14", 5],
    ["2024-01-15", "2024-07-15", 6],
    ["2024-07-15", "2024-01-15", -6],
  ])("from %s to %s are %d whole months", (from, to, months) => {
    expect(monthsBetween(day(from), day(to))).toBe(months);
  });

  it("there and back again from the first of a month is where one was", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 119 }), (from, months) => {
        const first = startOfMonth(from);
        const later = addMonths(first, months);
        expect(addMonths(later, -months)).toBe(first);
        expect(monthsBetween(first, later)).toBe(months);
      }),
    );
  });

  it("and years can be told from a date", () => {
    expect([startOfMonth(day("2013-11-30")), monthOf(day("2013-11-30")), yearOf(day("2013-11-30"))]).toEqual(["2013-11-01", 11, 2013]);
  });
});
