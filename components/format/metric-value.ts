import type { MetricUnit } from "@/lib/domain/define/metric";
import { formatMoney, formatMoneyShort, formatMoneyWhole } from "./money";
import { formatCount, formatNumber, formatPercent } from "./number";

const WHOLE_MONEY_FROM = 10_000;

/** A metric's value in its unit. Money from ten thousand on is shown without cents. */
export function formatMetricValue(value: number, unit: MetricUnit, currency: string): string {
  switch (unit) {
    case "money":
      return Math.abs(value) >= WHOLE_MONEY_FROM ? formatMoneyWhole(value, currency) : formatMoney(value, currency);
    case "percent":
      return formatPercent(value);
    case "count":
    case "units":
      return formatNumber(value);
    case "days":
      return `${formatNumber(value, 1)} ${value === 1 ? "day" : "days"}`;
    case "number":
      return formatNumber(value);
  }
}

/** The same, as short as an axis needs it. */
export function formatMetricTick(value: number, unit: MetricUnit, currency: string): string {
  if (unit === "money") return formatMoneyShort(value, currency);
  if (unit === "percent") return formatPercent(value, 0);
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value, 1);
}
