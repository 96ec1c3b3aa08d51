import type { CoverageRule } from "./coverage-rule";
import type { Program } from "./program";

/** The program with a rule to begin with: it asks for the second lowest tier, since everybody is in the lowest. */
export function addCoverage(program: Program): Program {
  const qualified = program.tiers[1] ?? program.tiers[0];
  const coverage = { trailingMonths: 12, activeFrom: 1000, qualifiedTier: qualified?.key ?? "", thin: { fewerThan: 2, belowPercent: 50 } };
  return { ...program, coverage: { ...coverage, contestedAbove: 5 } };
}

export function editCoverage(program: Program, change: Partial<CoverageRule>): Program {
  return program.coverage === undefined ? program : { ...program, coverage: { ...program.coverage, ...change } };
}

export function removeCoverage({ coverage: _, ...rest }: Program): Program {
  return rest;
}
