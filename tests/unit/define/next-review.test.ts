import { expect, test } from "vitest";
import { nextReview } from "../../../lib/domain/define/next-review";
import type { Movement } from "../../../lib/domain/define/program";
import { day, program } from "../score/run-fixture";

const reviewAfter = (asOf: string, promoteAt: Movement["promoteAt"], startMonth = 1) =>
  nextReview(day(asOf), program({ fiscalCalendar: { kind: "months", startMonth }, movement: { ...program().movement, promoteAt } }));

test.each([
  ["2013-11-30", "2013-12-31"],
  ["2013-12-31", "2014-03-31"],
  ["2014-01-01", "2014-03-31"],
])("where every run promotes, after %s it is the end of the fiscal quarter, %s", (asOf, review) => {
  expect(reviewAfter(asOf, "everyRun")).toBe(review);
});

test("fiscal quarters are those of the program", () => {
  expect(reviewAfter("2013-11-30", "everyRun", 12)).toBe("2014-02-28");
});

test.each([
  ["2013-11-30", [6, 12], "2013-12-31"],
  ["2013-12-31", [6, 12], "2014-06-30"],
  ["2013-06-15", [6], "2013-06-30"],
  ["2013-06-30", [6], "2014-06-30"],
  ["2014-01-31", [2], "2014-02-28"],
])("after %s it is the end of the next of the months %j, %s", (asOf, months, review) => {
  expect(reviewAfter(asOf, { months })).toBe(review);
});
