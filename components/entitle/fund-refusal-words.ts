import { formatFiscalPeriod } from "@/components/format/date";
import { formatMinor } from "@/components/format/money";
import { type FundName, FundRefusal } from "@/lib/contracts/fund-refusal";

/** Why something was not done to a fund, from the details of the refusal; null where they say nothing of funds. */
export function fundRefusalWords(details: Readonly<Record<string, unknown>>): string | null {
  const parsed = FundRefusal.safeParse(details);
  return parsed.success ? wordsOf(parsed.data) : null;
}

function wordsOf(refusal: FundRefusal): string {
  switch (refusal.code) {
    case "period_has_fund":
      return `There is ${nameOf(refusal.about)} already. Open it to change its budget.`;
    case "budget_too_small":
      return `What the program grants as base and floor takes ${money(refusal.needed, refusal)}, and the budget is ${money(refusal.budget, refusal)}. Raise the budget to that at least, or publish a version that grants less.`;
    case "adjusted_above_budget":
      return `With the adjusted amounts this takes ${money(refusal.needed, refusal)}, and the budget is ${money(refusal.budget, refusal)}. Take adjustments back, or set a larger budget.`;
    case "above_budget":
      return `${nameOf(refusal.about)} has ${money(refusal.left, refusal)} left, so ${refusal.partner} can get ${money(refusal.most, refusal)} at most. Lower another allocation first, or raise the budget.`;
    case "allocation_changed":
      return `The allocation of ${refusal.partner} was changed${refusal.by === null ? "" : ` by ${refusal.by}`} after you opened it: it is ${money(refusal.amount, refusal)} now. Nothing was changed: close this, and decide again.`;
    case "fund_changed":
      return `Somebody changed ${nameOf(refusal.about)} after you opened it. Nothing was changed: close this, and look at it again.`;
    case "wrong_status":
      return `${statusWords(refusal)} Nothing was changed.`;
    case "own_fund":
      return `You prepared ${nameOf(refusal.about)} yourself, so another person must approve it.`;
  }
}

function statusWords({ about, status, by }: Extract<FundRefusal, { code: "wrong_status" }>): string {
  const name = nameOf(about);
  switch (status) {
    case "draft":
      return `${name} is a draft: it was not submitted, or was returned.`;
    case "submitted":
      return `${name} was submitted by ${by} and waits for approval: it must be returned before anything in it can change.`;
    case "approved":
      return `${name} was approved by ${by} and is locked.`;
    case "discarded":
      return `${name} was discarded.`;
  }
}

function nameOf({ benefit, period }: FundName): string {
  return `${benefit} for ${formatFiscalPeriod(period)}`;
}

function money(amount: Parameters<typeof formatMinor>[0], { currency }: { readonly currency: string }): string {
  return formatMinor(amount, currency);
}
