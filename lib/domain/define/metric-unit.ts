import type { MetricSource, MetricUnit } from "./metric";

/** The unit that a built-in metric is measured in; null where the author knows it. */
export function unitOf(source: MetricSource): MetricUnit | null {
  switch (source.kind) {
    case "posRevenue":
    case "openPipeline":
      return "money";
    case "posUnits":
      return "units";
    case "posGrowth":
    case "posShare":
    case "winRate":
      return "percent";
    case "activeRegions":
    case "activeMonths":
    case "certifiedPeople":
      return "count";
    case "posVelocity":
      return source.of === "revenue" ? "money" : "number";
    case "ratio":
      return null;
    case "observation":
      return source.aggregate === "count" ? "count" : null;
  }
}
