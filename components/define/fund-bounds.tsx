import { FundRuleTable } from "@/components/entitle/fund-rule-table";
import type { FundRule } from "@/lib/domain/define/fund";
import type { Program } from "@/lib/domain/define/program";
import { fundTiers } from "@/lib/domain/entitle/fund-tiers";

type FundBoundsProps = { readonly program: Program; readonly fund: FundRule };

/** What a fund gives each tier before and at most. */
export function FundBounds({ program, fund }: FundBoundsProps) {
  return <FundRuleTable tiers={fundTiers(program, fund)} currency={program.currency} />;
}

export function fundTitle({ entitlements }: Program, { benefit }: FundRule): string {
  return `Fund of ${entitlements?.benefits.find(({ key }) => key === benefit)?.name ?? benefit}`;
}

export function fundWords({ metrics }: Program, { revenue }: FundRule): string {
  const name = metrics.find(({ key }) => key === revenue)?.name ?? revenue;
  return `Each partner gets the base of its tier; what the bases leave of a budget is shared in proportion to score × ${name}, within floor and cap.`;
}
