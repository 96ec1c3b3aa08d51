import fc from "fast-check";
import { expect, test } from "vitest";
import { type MonthSplit, splitByMonth } from "@/lib/db/metrics/month-split";
import { addDays, addMonths } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";

const day = (date: string): IsoDate => IsoDate.parse(date);

test.each([
  ["whole months need no days", "2022-12-01", "2023-12-01", ["2022-12-01", "2023-12-01"], []],
  [
    "days at both ends",
    "2022-11-18",
    "2023-11-18",
    ["2022-12-01", "2023-11-01"],
    [
      ["2022-11-18", "2022-12-01"],
      ["2023-11-01", "2023-11-18"],
    ],
  ],
  ["days at the end of a quarter to date", "2023-07-01", "2023-09-05", ["2023-07-01", "2023-09-01"], [["2023-09-01", "2023-09-05"]]],
  ["days within one month", "2023-07-03", "2023-07-20", null, [["2023-07-03", "2023-07-20"]]],
  ["the first days of a month", "2023-07-01", "2023-07-20", null, [["2023-07-01", "2023-07-20"]]],
  [
    "days across a border without a whole month",
    "2023-07-20",
    "2023-08-20",
    null,
    [
      ["2023-07-20", "2023-08-01"],
      ["2023-08-01", "2023-08-20"],
    ],
  ],
  ["from the beginning", null, "2023-08-20", [null, "2023-08-01"], [["2023-08-01", "2023-08-20"]]],
])("%s", (_, from, until, months, days) => {
  expect(splitByMonth({ from: from === null ? null : day(from), until: day(until) })).toEqual({
    months: months === null ? null : { from: months[0], until: months[1] },
    days: days.map(([first, end]) => ({ from: first, until: end })),
  });
});

test("each day of the window is in exactly one part, and no other day in any", () => {
  const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day("2022-01-01"), days));
  fc.assert(
    fc.property(someDay, someDay, (a, b) => {
      const [from, until] = a < b ? [a, b] : [b, a];
      const split = splitByMonth({ from, until });
      for (let date = addMonths(from, -1); date < addMonths(until, 1); date = addDays(date, 1)) {
        expect(partsWith(split, date)).toBe(date >= from && date < until ? 1 : 0);
      }
    }),
  );
});

function partsWith({ months, days }: MonthSplit, date: IsoDate): number {
  const parts = [...days, ...(months === null ? [] : [months])];
  return parts.filter(({ from, until }) => (from === null || date >= from) && date < until).length;
}
