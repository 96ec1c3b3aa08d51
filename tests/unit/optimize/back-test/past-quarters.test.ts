import fc from "fast-check";
import { expect, test } from "vitest";
import type { FiscalCalendar } from "@/lib/domain/define/program";
import { pastQuarters } from "@/lib/domain/optimize/back-test/past-quarters";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";

const day = (text: string) => IsoDate.parse(text);
const from = (startMonth: number): FiscalCalendar => ({ kind: "months", startMonth });

test.each([
  [
    "the day on which a quarter ends",
    "2024-06-30",
    from(1),
    2,
    [
      [2024, 1, "2024-03-31"],
      [2024, 2, "2024-06-30"],
    ],
  ],
  [
    "the day before, when it is not over",
    "2024-06-29",
    from(1),
    2,
    [
      [2023, 4, "2023-12-31"],
      [2024, 1, "2024-03-31"],
    ],
  ],
  ["the day after", "2024-07-01", from(1), 1, [[2024, 2, "2024-06-30"]]],
  [
    "a fiscal year that starts in June",
    "2013-11-30",
    from(6),
    3,
    [
      [2013, 4, "2013-05-31"],
      [2014, 1, "2013-08-31"],
      [2014, 2, "2013-11-30"],
    ],
  ],
  ["a quarter that ends with a leap day", "2024-03-15", from(3), 1, [[2024, 4, "2024-02-29"]]],
] as const)("as of %s, the last full quarters are the ones that are over", (_, asOf, calendar, count, expected) => {
  expect(pastQuarters(day(asOf), calendar, count).map(({ year, quarter, lastDay }) => [year, quarter, lastDay])).toEqual(expected);
});

test("there are as many as asked for, one after the other, each over by the day, and no later one is", () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day("1990-01-01"), n));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), (asOf, startMonth, count) => {
      const quarters = pastQuarters(asOf, from(startMonth), count);
      expect(quarters).toHaveLength(count);
      for (const [n, { from: first, until, lastDay }] of quarters.entries()) {
        expect(until).toBe(addMonths(first, 3));
        expect(addDays(lastDay, 1)).toBe(until);
        expect(lastDay <= asOf).toBe(true);
        if (n > 0) expect(first).toBe(quarters[n - 1]?.until);
      }
      expect(addMonths(quarters.at(-1)?.until ?? day("0000-01-01"), 3) > addDays(asOf, 1)).toBe(true);
    }),
  );
});
