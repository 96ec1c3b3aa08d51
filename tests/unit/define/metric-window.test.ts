import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fiscalQuarterOf, startOfFiscalYear } from "../../../lib/domain/define/fiscal-calendar";
import type { Window } from "../../../lib/domain/define/metric";
import { type ProgramCalendar, priorRange, startOfProgramYear, windowRange } from "../../../lib/domain/define/metric-window";
import type { FiscalCalendar } from "../../../lib/domain/define/program";
import { addDays } from "../../../lib/domain/shared/calendar-day";
import { IsoDate } from "../../../lib/domain/shared/iso-date";

const day = (text: string) => IsoDate.parse(text);
const fiscal = (startMonth: number): FiscalCalendar => ({ kind: "months", startMonth });
const startingIn = (startMonth: number, programYearStartMonth?: number): ProgramCalendar => ({
  fiscalCalendar: fiscal(startMonth),
  ...(programYearStartMonth !== undefined && { programYearStartMonth }),
});
const trailing = (months: number): Window => ({ kind: "trailingMonths", months });

describe("the days a window counts", () => {
  test.each([
    [trailing(12), "2013-11-30", 1, "2012-12-01", "2013-12-01"],
    [trailing(3), "2013-02-28", 1, "2012-12-01", "2013-03-01"],
    [trailing(1), "2024-02-29", 1, "2024-02-01", "2024-03-01"],
    [trailing(12), "2013-11-15", 1, "2012-11-16", "2013-11-16"],
    [trailing(1), "2013-03-30", 1, "2013-02-28", "2013-03-31"],
    [{ kind: "fiscalYearToDate" }, "2013-11-30", 1, "2013-01-01", "2013-12-01"],
    [{ kind: "fiscalYearToDate" }, "2013-11-30", 7, "2013-07-01", "2013-12-01"],
    [{ kind: "fiscalYearToDate" }, "2013-06-30", 7, "2012-07-01", "2013-07-01"],
    [{ kind: "fiscalQuarterToDate" }, "2013-11-30", 1, "2013-10-01", "2013-12-01"],
    [{ kind: "fiscalQuarterToDate" }, "2013-11-30", 2, "2013-11-01", "2013-12-01"],
  ] as const)("%j as of %s, years starting in month %d: [%s, %s)", (window, asOf, startMonth, from, until) => {
    expect(windowRange(window, day(asOf), startingIn(startMonth))).toEqual({ from, until });
  });

  test.each([
    [{ kind: "trailingMonths", months: 12, previous: true }, "2013-11-30", "2011-12-01", "2012-12-01"],
    [{ kind: "trailingMonths", months: 1, previous: true }, "2013-03-30", "2013-01-31", "2013-02-28"],
    [{ kind: "fiscalYearToDate", previous: true }, "2013-11-30", "2012-07-01", "2012-12-01"],
    [{ kind: "fiscalQuarterToDate", previous: true }, "2013-12-31", "2013-07-01", "2013-10-01"],
  ] as const)("%j as of %s are those of the window before: [%s, %s)", (window, asOf, from, until) => {
    expect(windowRange(window, day(asOf), startingIn(7))).toEqual({ from, until });
  });

  test.each([
    ["2013-11-30", undefined, "2013-07-01"],
    ["2013-11-30", 2, "2013-02-01"],
    ["2013-01-31", 2, "2012-02-01"],
    ["2013-02-01", 2, "2013-02-01"],
  ])("the program year of %s, when it starts in month %s and the fiscal year in July, began on %s", (date, startMonth, start) => {
    const calendar = startingIn(7, startMonth);
    expect(startOfProgramYear(day(date), calendar)).toBe(start);
    expect(windowRange({ kind: "programYearToDate" }, day(date), calendar)).toEqual({ from: start, until: addDays(day(date), 1) });
  });

  it("are not bounded for a lifetime", () => {
    expect(windowRange({ kind: "lifetime" }, day("2013-11-30"), startingIn(1))).toBeNull();
    expect(priorRange({ kind: "lifetime" }, day("2013-11-30"), startingIn(1))).toBeNull();
  });
});

describe("the window before", () => {
  test.each([
    [trailing(12), "2013-11-30", 1, "2011-12-01", "2012-12-01"],
    [trailing(3), "2013-05-31", 1, "2012-12-01", "2013-03-01"],
    [trailing(1), "2013-03-30", 1, "2013-01-31", "2013-02-28"],
    [{ kind: "fiscalYearToDate" }, "2013-11-30", 7, "2012-07-01", "2012-12-01"],
    [{ kind: "fiscalQuarterToDate" }, "2013-05-31", 1, "2013-01-01", "2013-03-01"],
    [{ kind: "trailingMonths", months: 12, previous: true }, "2013-11-30", 1, "2010-12-01", "2011-12-01"],
    [{ kind: "programYearToDate", previous: true }, "2013-11-30", 7, "2011-07-01", "2011-12-01"],
  ] as const)("of %j as of %s, years starting in month %d: [%s, %s)", (window, asOf, startMonth, from, until) => {
    expect(priorRange(window, day(asOf), startingIn(startMonth))).toEqual({ from, until });
  });

  it("of trailing months ends on the day the window begins", () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day("1980-01-01"), n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (asOf, months) => {
        const range = windowRange(trailing(months), asOf, startingIn(1));
        expect(priorRange(trailing(months), asOf, startingIn(1))?.until).toBe(range?.from);
      }),
    );
  });
});

describe("fiscal quarters", () => {
  test.each([
    ["2013-11-30", 1, 2013, 4, "2013-01-01"],
    ["2013-11-30", 7, 2014, 2, "2013-07-01"],
    ["2013-06-30", 7, 2013, 4, "2012-07-01"],
    ["2013-01-31", 2, 2013, 4, "2012-02-01"],
    ["2013-02-01", 2, 2014, 1, "2013-02-01"],
  ])("%s with years starting in month %d is of FY%d Q%d, begun on %s", (date, startMonth, year, quarter, start) => {
    expect(fiscalQuarterOf(day(date), fiscal(startMonth))).toEqual({ year, quarter });
    expect(startOfFiscalYear(day(date), fiscal(startMonth))).toBe(start);
  });
});
