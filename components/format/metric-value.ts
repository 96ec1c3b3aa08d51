import type { MetricUnit } from "@/lib/domain/define/metric";
import { formatMoney, formatMoneyStated, formatMoneyTick, formatMoneyWhole } from "./money";
import { formatNumber, formatPercent, formatStated } from "./number";

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

/** A value that a rule states, with all its digits: what is asked for is told as it is. */
export function formatStatedValue(value: number, unit: MetricUnit, currency: string): string {
  switch (unit) {
    case "money":
      return formatMoneyStated(value, currency);
    case "percent":
      return `${formatStated(value)}%`;
    case "days":
      return `${formatStated(value)} ${value === 1 ? "day" : "days"}`;
    case "count":
    case "units":
    case "number":
      return formatStated(value);
  }
}

/** A metric's value as short as an axis needs it. */
export function formatMetricTick(value: number, unit: MetricUnit, currency: string): string {
  if (unit === "money") return formatMoneyTick(value, currency);
  return unit === "percent" ? formatPercent(value) : formatNumber(value, 1);
}
