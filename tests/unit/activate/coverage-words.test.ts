import { expect, test } from "vitest";
import { coverageRuleWords, isOutsold, uncoveredSalesWords } from "@/components/activate/coverage-words";

test("white space that sells says who sells there, and only white space does", () => {
  expect(uncoveredSalesWords("white_space", 10_0000)).toContain("without an active qualified partner");
  expect(uncoveredSalesWords("white_space", 0)).toBeNull();
  expect(uncoveredSalesWords("thin", 10_0000)).toBeNull();
});

test.each([
  ["sells more than its potential", { state: "white_space", revenueE4: 11, potential: 10 }, true],
  ["sells its potential", { state: "white_space", revenueE4: 10, potential: 10 }, true],
  ["sells less", { state: "white_space", revenueE4: 9, potential: 10 }, false],
  ["sells nothing of nothing", { state: "white_space", revenueE4: 0, potential: 0 }, false],
  ["has no potential", { state: "white_space", revenueE4: 9, potential: null }, false],
  ["is thin", { state: "thin", revenueE4: 11, potential: 10 }, false],
] as const)("a gap that %s", (_, { state, revenueE4, potential }, expected) => {
  expect(isOutsold({ state, revenueE4, potential: potential === null ? null : { amountE4: potential, source: "stated" } })).toBe(expected);
});

test("the rule says its revenue to the cent where it has cents", () => {
  const rule = (activeFrom: number) => ({ trailingMonths: 12, activeFrom, qualifiedTier: "silver", thin: { fewerThan: 2, belowPercent: 50 } });
  expect(coverageRuleWords({ ...rule(250), contestedAbove: 5 }, "Silver", "USD")[1]).toContain("at least $250 of revenue");
  expect(coverageRuleWords({ ...rule(250.5), contestedAbove: 5 }, "Silver", "USD")[1]).toContain("at least $250.50 of revenue");
});
