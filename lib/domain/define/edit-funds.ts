import type { Benefit } from "./benefit";
import type { FundBounds, FundRule } from "./fund";
import type { Program } from "./program";

/** The benefits that a fund can pay, an amount for a quarter or a year, and that no fund pays yet. */
export function benefitsWithoutFund({ entitlements, funds = [] }: Program): readonly Benefit[] {
  return (entitlements?.benefits ?? []).filter(
    (benefit) => benefit.type === "amount" && benefit.per !== "activity" && !funds.some((fund) => fund.benefit === benefit.key),
  );
}

/** The metrics by which a fund can share, since they are money. */
export function revenueMetrics({ metrics }: Program): Program["metrics"] {
  return metrics.filter(({ unit }) => unit === "money");
}

/** The program with a fund for a benefit, without floors and caps. Nothing happens while no metric is money. */
export function addFund(program: Program, benefit: string): Program {
  const [revenue] = revenueMetrics(program);
  return revenue === undefined ? program : { ...program, funds: [...(program.funds ?? []), { benefit, revenue: revenue.key, bounds: {} }] };
}

/** The program with the fund at a place changed. */
export function editFund(program: Program, place: number, change: Partial<FundRule>): Program {
  return { ...program, funds: program.funds?.map((fund, i) => (i === place ? { ...fund, ...change } : fund)) };
}

/** The program with the floor and the cap of a tier in the fund at a place; a tier with neither is not named. */
export function editBounds(program: Program, place: number, tier: string, { floor, cap }: FundBounds): Program {
  const bounds = Object.entries(program.funds?.[place]?.bounds ?? {}).filter(([other]) => other !== tier);
  const own = floor === null && cap === null ? [] : [[tier, { floor, cap }] as const];
  return editFund(program, place, { bounds: Object.fromEntries([...bounds, ...own]) });
}

/** The program without the fund at a place. */
export function removeFund(program: Program, place: number): Program {
  const { funds = [], ...rest } = program;
  const left = funds.filter((_, i) => i !== place);
  return left.length > 0 ? { ...rest, funds: left } : rest;
}
