import { expect, test } from "vitest";
import { quartersUntil } from "../../../lib/domain/measure/fiscal-quarters";
import { IsoDate } from "../../../lib/domain/shared/iso-date";

const of = (asOf: string, startMonth: number, count: number) =>
  quartersUntil(IsoDate.parse(asOf), { kind: "months", startMonth }, count).map(
    ({ year, quarter, from, until, isComplete }) => `${year} Q${quarter} ${from} ${until} ${isComplete ? "whole" : "so far"}`,
  );

test.each([
  ["2013-11-30", 12, ["2013 Q3 2013-06-01 2013-09-01 whole", "2013 Q4 2013-09-01 2013-12-01 whole"]],
  ["2013-12-01", 12, ["2013 Q4 2013-09-01 2013-12-01 whole", "2014 Q1 2013-12-01 2013-12-02 so far"]],
  ["2024-02-29", 1, ["2023 Q4 2023-10-01 2024-01-01 whole", "2024 Q1 2024-01-01 2024-03-01 so far"]],
  ["2024-03-31", 1, ["2023 Q4 2023-10-01 2024-01-01 whole", "2024 Q1 2024-01-01 2024-04-01 whole"]],
])("the quarters until %s of a year that starts in month %d", (asOf, startMonth, expected) => {
  expect(of(asOf, startMonth, 2)).toEqual(expected);
});
