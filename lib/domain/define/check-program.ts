import { checkCapacity } from "./check-capacity";
import { checkConditionTerms, obstacleTo } from "./check-condition-terms";
import { checkCoverage } from "./check-coverage";
import { checkEffort } from "./check-effort";
import { checkEntitlements } from "./check-entitlements";
import { checkFunds } from "./check-funds";
import { checkMetrics } from "./check-metrics";
import { checkNames } from "./check-names";
import { checkScore, findTooDeep, MAX_TREE_DEPTH } from "./check-score";
import type { Program } from "./program";
import { error, type ProgramIssue } from "./program-issue";
import { type ScoreTree, scoreTree } from "./score-tree";

/**
 * What contradicts itself in a program: codes and places, no sentences. A program with an error cannot be published, and
 * `evaluateRun` promises nothing for it. A score tree that is too deep is reported alone.
 */
export function checkProgram(program: Program): readonly ProgramIssue[] {
  const tooDeep = findTooDeep(program.score);
  if (tooDeep !== null) return [error(tooDeep, { code: "too_deep", limit: MAX_TREE_DEPTH })];
  const tree = scoreTree(program.score);
  return [
    ...checkNames(program, tree),
    ...checkMetrics(program),
    ...checkScore(program, tree),
    ...checkTiers(program, tree),
    ...checkCapacity(program),
    ...checkMovement(program),
    ...checkExchangeRates(program),
    ...checkEntitlements(program),
    ...checkFunds(program),
    ...checkCoverage(program),
    ...checkEffort(program),
  ];
}

function checkTiers(program: Program, tree: ScoreTree): ProgramIssue[] {
  const { tiers } = program;
  return tiers.flatMap(({ key, name, requires }, i) => {
    const path = `tiers.${key}`;
    const issues: ProgramIssue[] = [];
    if (tiers.findIndex((tier) => tier.key === key) !== i) issues.push(error(path, { code: "duplicate_key", what: "tier", key }));
    const isTaken = tiers.slice(0, i).some((tier) => tier.key !== key && sounds(tier.name) === sounds(name));
    if (isTaken) issues.push(error(path, { code: "tier_name_taken", name }));
    if (i === 0 && requires !== null) issues.push(error(path, { code: "lowest_tier_requires" }));
    if (i > 0 && requires === null) issues.push(error(path, { code: "tier_requires_nothing" }));
    if (requires === null) return issues;
    const terms = checkConditionTerms(requires, path, program, tree);
    const obstacle = terms.length > 0 ? null : obstacleTo(requires, tree, program.scoreDecimals);
    if (obstacle !== null) issues.push(error(path, { code: "tier_unreachable", ...obstacle }));
    return [...issues, ...terms];
  });
}

/** As a person tells names apart: not by capitals or blanks. */
function sounds(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

function checkMovement({ movement, tiers }: Program): ProgramIssue[] {
  const entry = movement.newPartners?.tier;
  if (entry === undefined || tiers.some(({ key }) => key === entry)) return [];
  return [error("movement.newPartners", { code: "unknown_tier", tier: entry })];
}

/** The program's own currency needs no rate, so a rate for it is a second one. */
function checkExchangeRates({ exchangeRates, currency: own }: Program): ProgramIssue[] {
  return exchangeRates.flatMap(({ currency }, i) =>
    currency === own || exchangeRates.findIndex((rate) => rate.currency === currency) !== i
      ? [error(`exchangeRates.${currency}`, { code: "duplicate_key", what: "currency", key: currency })]
      : [],
  );
}
