import { expect, test } from "vitest";
import { auditRanges } from "@/components/settings/audit-ranges";
import { startOfWeek } from "@/lib/domain/shared/calendar-day";
import { IsoDate } from "@/lib/domain/shared/iso-date";

const day = (text: string) => IsoDate.parse(text);

test.each([
  { date: "2026-11-23", weekStart: 1, starts: "2026-11-23" }, // a Monday
  { date: "2026-11-22", weekStart: 1, starts: "2026-11-16" },
  { date: "2026-11-23", weekStart: 7, starts: "2026-11-22" },
  { date: "2026-11-21", weekStart: 7, starts: "2026-11-15" },
  { date: "2026-11-20", weekStart: 6, starts: "2026-11-14" },
  { date: "1999-12-31", weekStart: 1, starts: "1999-12-27" }, // before the Monday that is counted from
  { date: "2024-03-01", weekStart: 4, starts: "2024-02-29" },
])("the week of $date that starts on day $weekStart began on $starts", ({ date, weekStart, starts }) => {
  expect(startOfWeek(day(date), weekStart)).toBe(starts);
});

test("ranges are counted as the organization counts weeks and years", () => {
  expect(auditRanges(day("2026-11-25"), { weekStart: 7, fiscalStartMonth: 7 })).toEqual([
    { label: "Today", from: "2026-11-25" },
    { label: "This week", from: "2026-11-22" },
    { label: "This month", from: "2026-11-01" },
    { label: "This fiscal year", from: "2026-07-01" },
  ]);
});
