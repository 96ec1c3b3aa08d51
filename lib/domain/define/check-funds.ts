import { exactDecimal } from "../shared/exact-decimal";
import { minorDigits } from "../shared/money";
import type { FundRule } from "./fund";
import { grantIn } from "./grant-in";
import type { Program } from "./program";
import { error, type ProgramIssue, warning } from "./program-issue";

/** Whether each fund pays a benefit of the catalogue that somebody is granted, by a revenue that is money, within bounds that can be kept. */
export function checkFunds(program: Program): ProgramIssue[] {
  const funds = program.funds ?? [];
  return funds.flatMap((fund, i) => [
    ...(funds.findIndex(({ benefit }) => benefit === fund.benefit) === i
      ? []
      : [error(`funds.${fund.benefit}`, { code: "duplicate_key", what: "fund", key: fund.benefit })]),
    ...checkBenefit(fund, program),
    ...checkRevenue(fund, program),
    ...Object.keys(fund.bounds).flatMap((tier) => checkBounds(fund, tier, program)),
  ]);
}

function checkBenefit({ benefit: key }: FundRule, { entitlements, tiers }: Program): ProgramIssue[] {
  const path = `funds.${key}`;
  const benefit = entitlements?.benefits.find((benefit) => benefit.key === key);
  if (entitlements === undefined || benefit === undefined) return [error(path, { code: "unknown_benefit", benefit: key })];
  if (benefit.type !== "amount" || benefit.per === "activity") return [error(path, { code: "benefit_without_period", benefit: key })];
  const isGranted = tiers.some((tier) => typeof grantIn(entitlements.grants, tier.key, key) === "number");
  return isGranted ? [] : [error(path, { code: "fund_for_nobody", benefit: key })];
}

function checkRevenue({ benefit, revenue }: FundRule, { metrics }: Program): ProgramIssue[] {
  const path = `funds.${benefit}.revenue`;
  const metric = metrics.find(({ key }) => key === revenue);
  if (metric === undefined) return [error(path, { code: "unknown_metric", metric: revenue })];
  return metric.unit === "money" ? [] : [error(path, { code: "unit_mismatch", metric: revenue, unit: metric.unit, expected: "money" })];
}

function checkBounds({ benefit, bounds }: FundRule, tier: string, { tiers, entitlements, currency }: Program): ProgramIssue[] {
  const path = `funds.${benefit}.bounds.${tier}`;
  if (!tiers.some(({ key }) => key === tier)) return [error(path, { code: "unknown_tier", tier })];
  const { floor = null, cap = null } = bounds[tier] ?? {};
  const decimals = minorDigits(currency);
  const issues = [floor, cap].flatMap((bound) =>
    bound !== null && exactDecimal(bound).decimals > decimals ? [error(path, { code: "grant_too_fine", grant: bound, decimals })] : [],
  );
  if (floor !== null && cap !== null && floor > cap) issues.push(error(path, { code: "limits_reversed", least: floor, most: cap }));
  const base = entitlements === undefined ? undefined : grantIn(entitlements.grants, tier, benefit);
  if (typeof base !== "number") issues.push(warning(path, { code: "bounds_without_grant", tier }));
  else if (cap !== null && cap < base) issues.push(warning(path, { code: "cap_below_grant", cap, grant: base }));
  return issues;
}
