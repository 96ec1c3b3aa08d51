import { expect, test } from "vitest";
import { dataGapWords } from "@/components/score/data-gap";

test.each([
  ["2013-11-30", "2013-11-29"],
  ["2013-11-30", "2013-11-23"],
  ["2013-11-30", "2014-02-01"],
  ["2013-11-30", null],
  ["2013-1", "2013-01-01"],
  ["", "2013-01-01"],
])("as of %j with data through %j there is nothing to warn of", (asOf, dataThrough) => {
  expect(dataGapWords(asOf, dataThrough)).toBeNull();
});

test("a day that the data does not reach is told, with how far it reaches and what that does", () => {
  expect(dataGapWords("2013-12-31", "2013-11-29")).toMatch(/of Nov 29, 2013, 32 days before\..*grace/);
  expect(dataGapWords("2013-11-30", "2013-11-22")).toContain("8 days");
});
