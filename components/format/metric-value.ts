import type { MetricUnit } from "@/lib/domain/define/metric";
import { formatMoney, formatMoneyTick, formatMoneyWhole } from "./money";
import { formatNumber, formatPercent } from "./number";

const WHOLE_MONEY_FROM = 10_000;

/** A metric's value in its unit. Money is shown without cents where it has none, or where they would be noise. */
export function formatMetricValue(value: number, unit: MetricUnit, currency: string): string {
  const whole = Number.isInteger(value) || Math.abs(value) >= WHOLE_MONEY_FROM;
  return unit === "money" && whole ? formatMoneyWhole(value, currency) : formatMetricValueFull(value, unit, currency);
}

/** The same to the last digit, where it stands beside the records that it is made of. */
export function formatMetricValueFull(value: number, unit: MetricUnit, currency: string): string {
  switch (unit) {
    case "money":
      return formatMoney(value, currency);
    case "percent":
      return formatPercent(value);
    case "days":
      return `${formatNumber(value, 1)} ${value === 1 ? "day" : "days"}`;
    case "count":
    case "units":
    case "number":
      return formatNumber(value);
  }
}

/** The same, as short as an axis needs it. */
export function formatMetricTick(value: number, unit: MetricUnit, currency: string): string {
  if (unit === "money") return formatMoneyTick(value, currency);
  return unit === "percent" ? formatPercent(value) : formatNumber(value, 1);
}
