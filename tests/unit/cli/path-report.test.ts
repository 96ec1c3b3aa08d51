import { expect, test } from "vitest";
import type { PathAnswer, PathWay } from "@/lib/contracts/path";
import { pathReport } from "../../../scripts/cli/path-report";

const NAMED = { key: "people", name: "Certified people", unit: "count", betterWhen: "higher", source: { kind: "certifiedPeople" } } as const;

function way(overrides: Partial<PathWay>): PathWay {
  return {
    ...{ steps: [{ ...NAMED, from: 1, to: 3, leadDays: 60, effort: 24 }], follows: [], effort: 24, easiest: true, leadDays: 60 },
    ...{ countsOn: "2014-01-29", review: "2014-03-31", inTime: false, score: 70, qualifies: { key: "gold", name: "Gold" }, ...overrides },
  };
}

function path(overrides: Partial<PathAnswer>): PathAnswer {
  return {
    ...{ partner: { code: "P1", name: "Many Bikes" }, run: { number: 3, asOf: "2013-11-30" } },
    program: { key: "main", name: "Program", version: 1, currency: "USD", scoreDecimals: 1, effortUnit: "days of work" },
    ...{ kind: "paths", tier: { key: "gold", name: "Gold" }, by: "2013-12-31", isByAsked: false, ways: [], firstReview: null, missing: [] },
    ...{ others: "none", hasSeats: false, ...overrides },
  };
}

test("ways are numbered, a line for each metric that changes, below whether one is in time", () => {
  expect(pathReport(path({ ways: [way({})], firstReview: "2014-03-31" }))).toBe(
    [
      "Many Bikes to Gold, by its figures of 2013-11-30: not possible by 2013-12-31; the first review at which it can count is on 2014-03-31.",
      "way  metric  from  to  days of work  counts on",
      "  1  people     1   3            24  2014-01-29",
    ].join("\n"),
  );
  expect(pathReport(path({ ways: [way({ inTime: true })] }))).toContain(": possible by 2013-12-31.\n");
});

test("it says so where other partners are left out", () => {
  expect(pathReport(path({ ways: [way({})], others: "left_out" }))).toContain(
    "by its figures of 2013-11-30, other partners left out: not possible by ",
  );
});

test("where there is no way, it says why", () => {
  expect(pathReport(path({ kind: "no_effort" }))).toBe(
    "Many Bikes to Gold, by its figures of 2013-11-30: the program does not say what it takes to better a metric.",
  );
  expect(pathReport(path({ kind: "highest", tier: null, by: null }))).toBe("Many Bikes is in the highest tier.");
});
