import { exactDecimal } from "../shared/exact-decimal";
import { minorDigits } from "../shared/money";
import type { Program } from "./program";
import { error, type ProgramIssue, warning } from "./program-issue";

/** Whether every state of a cell can occur, and whether the rule names a tier of the program. */
export function checkCoverage({ coverage, tiers, currency }: Program): ProgramIssue[] {
  if (coverage === undefined) return [];
  const { activeFrom, qualifiedTier, thin, contestedAbove } = coverage;
  const issues: ProgramIssue[] = [];
  const place = tiers.findIndex(({ key }) => key === qualifiedTier);
  if (place === -1) issues.push(error("coverage.qualifiedTier", { code: "unknown_tier", tier: qualifiedTier }));
  if (place === 0 && tiers.length > 1) issues.push(warning("coverage.qualifiedTier", { code: "everybody_qualified", tier: qualifiedTier }));
  const decimals = minorDigits(currency);
  if (exactDecimal(activeFrom).decimals > decimals)
    issues.push(error("coverage.activeFrom", { code: "amount_too_fine", amount: activeFrom, decimals }));
  if (contestedAbove < thin.fewerThan) {
    issues.push(error("coverage.contestedAbove", { code: "never_covered", contestedAbove, fewerThan: thin.fewerThan }));
  }
  return issues;
}
