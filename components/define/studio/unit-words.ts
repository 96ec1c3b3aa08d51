import type { MetricUnit } from "@/lib/domain/define/metric";

/** What follows a number of a unit that is typed. */
export function unitSuffix(unit: MetricUnit, currency: string): string {
  switch (unit) {
    case "money":
      return currency;
    case "percent":
      return "%";
    case "days":
      return "days";
    case "units":
      return "units";
    case "count":
    case "number":
      return "";
  }
}
