import { madeOf } from "../../define/made-of";
import type { MetricDefinition } from "../../define/metric";
import { windowRange } from "../../define/metric-window";
import type { Program } from "../../define/program";
import { daysBetween } from "../../shared/calendar-day";
import type { IsoDate } from "../../shared/iso-date";
import { minorDigits } from "../../shared/money";
import { roundHalfAway } from "../../shared/round";

/** Values of metrics; NaN is no data. */
export type Measured = (metric: string) => number;

const PERCENT_DECIMALS = 6;
const DAYS_A_WEEK = 7;

/**
 * What a metric that is made of others (`madeOf`) becomes when these do, as a function of them, rounded as it is when it is measured. Growth
 * is against the same sales before as now, which follow from the two; where they do not (no data, nothing sold now) it stays as it is.
 */
export function followingValue(metric: MetricDefinition, before: Measured, program: Program, asOf: IsoDate): (after: Measured) => number {
  const { source } = metric;
  // Looking up what a metric is made of takes far longer than any of the arithmetic.
  const revenue = madeOf(metric, program)[0]?.key ?? "";
  const now = before(metric.key);
  switch (source.kind) {
    case "ratio":
      return (after) => {
        const denominator = after(source.denominator);
        return denominator > 0 ? (after(source.numerator) / denominator) * source.times : Number.NaN;
      };
    case "posGrowth": {
      const base = before(revenue) / (1 + now / 100);
      return base > 0 && Number.isFinite(base) ? (after) => roundHalfAway((after(revenue) / base - 1) * 100, PERCENT_DECIMALS) : () => now;
    }
    case "posVelocity": {
      const window = windowRange(source.window, asOf, program);
      const days = window === null ? 0 : daysBetween(window.from, window.until);
      return (after) => (days > 0 ? roundHalfAway((after(revenue) * DAYS_A_WEEK) / days, minorDigits(program.currency)) : Number.NaN);
    }
    default:
      return () => now;
  }
}
