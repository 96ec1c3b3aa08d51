import { formatMoney, formatMoneyWhole } from "@/components/format/money";
import { counted, formatNumber } from "@/components/format/number";
import type { GrantValue } from "@/lib/domain/entitle/grant-value";

/** For what an amount is granted each time. */
export const PERIODS = { quarter: "a quarter", year: "a year", activity: "an activity" } as const;

/** What is granted, in a few words; a dash for nothing. */
export function grantWords(value: GrantValue | null, currency: string): string {
  if (value === null) return "–";
  switch (value.type) {
    case "amount":
      return `${(Number.isInteger(value.amount) ? formatMoneyWhole : formatMoney)(value.amount, currency)} ${PERIODS[value.per]}`;
    case "rate":
      return `${formatNumber(value.bps / 100)}% of revenue`;
    case "time":
      return `Within ${counted(value.within, value.unit === "hours" ? "hour" : "day")}`;
    case "level":
      return value.level;
    case "included":
      return "Included";
  }
}
