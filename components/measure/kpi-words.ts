import { formatDate } from "@/components/format/date";
import type { DashboardDimension, KpiContext, KpiDefinition, KpiFigure, KpiQuarter } from "@/lib/contracts/kpi";

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

export function quarterName({ year, quarter, isComplete }: KpiQuarter): string {
  return `Q${quarter} FY${year}${isComplete ? "" : " so far"}`;
}

/** "As of Nov 30, 2013, as known to run 6, in USD." */
export function sourceWords({ run, currency, program }: KpiContext): string {
  return `${program}, as of ${formatDate(run.asOf)}, as known to run ${run.number}. Money in ${currency}.`;
}
