import { formatDate } from "@/components/format/date";
import { counted, formatCount } from "@/components/format/number";
import type { DashboardDimension, DashboardQuery, KpiContext, KpiDefinition, KpiFigure, KpiQuarter } from "@/lib/contracts/kpi";

const GAPS: Readonly<Record<NonNullable<KpiFigure["gap"]>, string>> = {
  no_run: "no run in this quarter",
  no_fund: "no fund approved for it",
  no_rule: "its program has no rule of coverage",
  no_base: "nothing to divide by",
  not_by_line: "not measured by product line",
  not_by_tier: "not measured by tier",
};

/** Why a KPI is not defined. */
export function gapWords(gap: KpiFigure["gap"]): string {
  return gap === null ? "" : GAPS[gap];
}

export const DIMENSIONS: Readonly<Record<DashboardDimension, string>> = { tier: "tier", region: "region", line: "product line" };

/** A sum over the days of a quarter that is not over: beside a whole quarter it would only seem to fall. */
export function isSoFar(kpi: Pick<KpiDefinition, "window" | "denominator">, quarter: KpiQuarter | undefined): boolean {
  return kpi.window === "quarter" && kpi.denominator === null && quarter?.isComplete === false;
}

/** "of 392 cells, 364 then": where the base of a share of cells is another than in the quarter it is compared with; else null. */
export function baseWords({ key }: Pick<KpiDefinition, "key">, now: KpiFigure | undefined, before: KpiFigure | undefined): string | null {
  const [base, then] = [now?.denominator ?? null, before?.denominator ?? null];
  if (key !== "coverage_cells" || base === null || then === null || base === then) return null;
  return `of ${counted(base, "cell")}, ${formatCount(then)} then`;
}

export function quarterName({ year, quarter, isComplete }: KpiQuarter): string {
  return `Q${quarter} FY${year}${isComplete ? "" : " so far"}`;
}

/** "As of Nov 30, 2013, as known to run 6, in USD." */
export function sourceWords({ run, currency, program }: KpiContext): string {
  return `${program}, as of ${formatDate(run.asOf)}, as known to run ${run.number}. Money in ${currency}.`;
}

/** "tier Gold", "region Ohio", "product line Road bikes": what narrows the partners and sales that count. */
export function narrowings({ regionPath, choices }: Pick<KpiContext, "regionPath" | "choices">, { tier, region, line }: DashboardQuery): string[] {
  const nameIn = (of: KpiContext["choices"]["tiers"], code: string) => of.find((choice) => choice.code === code)?.name ?? code;
  return [
    ...(tier === undefined ? [] : [`tier ${nameIn(choices.tiers, tier)}`]),
    ...(region === undefined ? [] : [`region ${regionPath.at(-1)?.name ?? region}`]),
    ...(line === undefined ? [] : [`product line ${nameIn(choices.lines, line)}`]),
  ];
}

/** What a page of KPIs shows in place of parts of the address that came to nothing. */
export function shownInstead({ run, quarters, selected, against }: KpiContext): Readonly<Record<string, string | undefined>> {
  const now = quarters[selected];
  const before = against === null ? undefined : quarters[against];
  return {
    run: `run ${run.number}`,
    quarter: now && quarterName(now),
    against: before && `the change since ${quarterName(before)}`,
  };
}
