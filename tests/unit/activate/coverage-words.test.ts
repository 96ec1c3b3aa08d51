import { expect, test } from "vitest";
import { isOutsold, uncoveredSalesWords } from "@/components/activate/coverage-words";

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
