import { formatStatedValue } from "@/components/format/metric-value";
import { counted, formatStated } from "@/components/format/number";
import type { Effort } from "@/lib/domain/define/effort";
import type { MetricUnit } from "@/lib/domain/define/metric";

/** "each step of 1 takes 3 (20 days, 5 days more for each further step), at most 10 steps". */
export function effortWords(effort: Effort, unit: MetricUnit, currency: string): string {
  const value = (amount: number) => formatStatedValue(amount, unit, currency);
  const begin = effort.withoutData === undefined ? "" : `; without data it begins at ${value(effort.withoutData)}`;
  return `each step of ${value(effort.step)} takes ${formatStated(effort.effort)} (${leadWords(effort)}), ${counted(effort.mostSteps, "step")} at most${begin}`;
}

/** When steps count: "20 days, 5 days more for each further step". */
export function leadWords({ leadDays: { first, each } }: Effort): string {
  const begin = first === 0 ? "at once" : counted(first, "day");
  return each === 0 ? begin : `${begin}, ${counted(each, "day")} more for each further step`;
}
