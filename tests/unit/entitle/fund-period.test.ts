import { expect, test } from "vitest";
import { fundPeriod } from "../../../lib/domain/entitle/fund-period";
import { IsoDate } from "../../../lib/domain/shared/iso-date";

test.each([
  ["quarter", 1, "2024-05-17", "2024-04-01", "2024-07-01"],
  ["quarter", 1, "2024-12-31", "2024-10-01", "2025-01-01"],
  ["quarter", 12, "2013-12-01", "2013-12-01", "2014-03-01"],
  ["quarter", 12, "2014-02-28", "2013-12-01", "2014-03-01"],
  ["year", 12, "2013-11-30", "2012-12-01", "2013-12-01"],
  ["year", 1, "2024-02-29", "2024-01-01", "2025-01-01"],
] as const)("the fiscal %s of a year that starts in month %d in which %s lies goes from %s until %s", (per, startMonth, day, from, until) => {
  expect(fundPeriod(per, IsoDate.parse(day), { kind: "months", startMonth })).toEqual({ from, until });
});
