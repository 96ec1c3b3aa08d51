import type { KpiUnit } from "@/lib/contracts/kpi";
import { formatMoneyShort, formatMoneyTick, formatMoneyWhole } from "./money";
import { formatChange, formatCount, formatFixed, formatNumber, formatPercent, withMinus } from "./number";

/** Amounts of KPIs are in ten-thousandths of a major unit. */
const E4 = 10_000;

/** A KPI's value as people read it in tables: $1,204,500, 12.5%, 60,855, 41.3 days. */
export function formatKpi(value: number, unit: KpiUnit, currency: string): string {
  switch (unit) {
    case "money":
      return formatMoneyWhole(value / E4, currency);
    case "percent":
      return `${formatFixed(value, 1)}%`;
    case "count":
      return formatCount(value);
    case "days":
      return `${formatFixed(value, 1)} days`;
    case "number":
      return formatFixed(value, 1);
  }
}

/** The same for tiles, where a million is 1M. */
export function formatKpiShort(value: number, unit: KpiUnit, currency: string): string {
  return unit === "money" ? formatMoneyShort(value / E4, currency) : formatKpi(value, unit, currency);
}

/** The same for axes, whose ticks are round numbers. */
export function formatKpiTick(value: number, unit: KpiUnit, currency: string): string {
  if (unit === "money") return formatMoneyTick(value / E4, currency);
  return unit === "percent" ? formatPercent(value) : formatNumber(value, 1);
}

/** A change from one value to another, with its sign: percentage points of percentages, else percent; null where there is no base. */
export function formatKpiChange(value: number | null, before: number | null, unit: KpiUnit): string | null {
  if (value === null || before === null) return null;
  if (unit === "percent") return `${formatChange(value - before, 1)} pp`;
  if (before <= 0) return null;
  const share = ((value - before) / before) * 100;
  return withMinus(`${formatChange(share, 1)}%`);
}
