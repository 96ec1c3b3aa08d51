import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellFigures, CoverageState, coverageState } from "@/lib/domain/activate/coverage-state";
import { RULE } from "./coverage-world";

const cell = (partners: number, revenueE4: number, potentialE4: number | null): CellFigures => ({ partners, revenueE4, potentialE4 });

describe("with fewer than 2 thin, below half of the potential thin, and more than 3 contested,", () => {
  test.each<[CellFigures, CoverageState, string]>([
    [cell(0, 0, null), "white_space", "nobody, and nothing known"],
    [cell(0, 900, 1000), "white_space", "revenue of partners that do not count"],
    [cell(0, 0, 0), "white_space", "nothing to expect"],
    [cell(1, 5000, 1000), "thin", "one partner, however much it sells"],
    [cell(2, 499, 1000), "thin", "just below half"],
    [cell(2, 500, 1000), "covered", "half is not below half"],
    [cell(3, 0, null), "covered", "no potential to fall short of"],
    [cell(3, 0, 0), "covered", "a potential of nothing"],
    [cell(3, -10, 0), "thin", "returns, where nothing was expected"],
    [cell(4, 0, 1000), "contested", "many partners with little revenue: another would not mend it"],
    [cell(4, 900, 1000), "contested", "many partners"],
  ])("%j is %s: %s", (figures, state) => {
    expect(coverageState(figures, RULE)).toBe(state);
  });
});

const figures = fc.record({
  partners: fc.nat(12),
  revenueE4: fc.integer({ min: -1e12, max: 1e15 }),
  potentialE4: fc.option(fc.integer({ min: 0, max: 1e15 }), { nil: null }),
});
const rules = fc
  .record({ fewerThan: fc.integer({ min: 1, max: 6 }), belowPercent: fc.integer({ min: 0, max: 100 }), more: fc.nat(6) })
  .map(({ fewerThan, belowPercent, more }) => ({ ...RULE, thin: { fewerThan, belowPercent }, contestedAbove: fewerThan + more }));

test("every cell has a state, which one more partner never moves back", () => {
  fc.assert(
    fc.property(figures, rules, (given, rule) => {
      const now = CoverageState.options.indexOf(coverageState(given, rule));
      const then = CoverageState.options.indexOf(coverageState({ ...given, partners: given.partners + 1 }, rule));
      expect(now).toBeGreaterThanOrEqual(0);
      expect(then).toBeGreaterThanOrEqual(now);
    }),
  );
});

test("a cell is white space exactly without an active qualified partner, and contested exactly above the limit", () => {
  fc.assert(
    fc.property(figures, rules, (given, rule) => {
      const state = coverageState(given, rule);
      expect(state === "white_space").toBe(given.partners === 0);
      expect(state === "contested").toBe(given.partners > rule.contestedAbove);
    }),
  );
});
