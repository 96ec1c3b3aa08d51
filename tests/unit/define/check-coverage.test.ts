import { describe, expect, test } from "vitest";
import type { CoverageRule } from "@/lib/domain/define/coverage-rule";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { defaultProgram } from "../../../lib/domain/define/default-program";

function issuesOf(change: Partial<CoverageRule>, currency = "USD") {
  const program = defaultProgram(currency);
  if (program.coverage === undefined) throw new Error("the default program says when a cell is covered");
  return checkProgram({ ...program, coverage: { ...program.coverage, ...change } });
}

describe("the rule of coverage", () => {
  test("of the default program contradicts nothing, nor does a program without one", () => {
    const { coverage, ...without } = defaultProgram("USD");
    expect(coverage).toBeDefined();
    expect(checkProgram(defaultProgram("USD"))).toEqual([]);
    expect(checkProgram(without)).toEqual([]);
  });

  test("must name a tier of the program", () => {
    expect(issuesOf({ qualifiedTier: "platinum" })).toEqual([
      { path: "coverage.qualifiedTier", severity: "error", code: "unknown_tier", tier: "platinum" },
    ]);
  });

  test("that takes the lowest tier for qualified is a warning: then everybody is", () => {
    expect(issuesOf({ qualifiedTier: "registered" })).toEqual([
      { path: "coverage.qualifiedTier", severity: "warning", code: "everybody_qualified", tier: "registered" },
    ]);
  });

  test("must leave a number of partners that is neither too few nor too many", () => {
    expect(issuesOf({ thin: { fewerThan: 4, belowPercent: 0 }, contestedAbove: 3 })).toEqual([
      { path: "coverage.contestedAbove", severity: "error", code: "never_covered", contestedAbove: 3, fewerThan: 4 },
    ]);
    expect(issuesOf({ thin: { fewerThan: 3, belowPercent: 0 }, contestedAbove: 3 })).toEqual([]);
  });

  test("states revenue no finer than the currency is paid in", () => {
    expect(issuesOf({ activeFrom: 99.99 })).toEqual([]);
    expect(issuesOf({ activeFrom: 99.995 })).toMatchObject([{ path: "coverage.activeFrom", code: "amount_too_fine", amount: 99.995, decimals: 2 }]);
    expect(issuesOf({ activeFrom: 99.5 }, "JPY")).toMatchObject([{ code: "amount_too_fine", decimals: 0 }]);
  });
});
