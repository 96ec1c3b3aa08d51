import type { MetricSource } from "../define/metric";
import type { KpiKey } from "./kpi-registry";

/**
 * Which facts of a partner a KPI counts, as a metric as of the quarter's last day would; null for what is read from decisions and funds.
 * Growth lists the facts of its own quarter, not those of the year before.
 */
export function kpiRecords(key: KpiKey, line: string | undefined): MetricSource | null {
  const filter = line === undefined ? {} : { filter: { lines: [line] } };
  switch (key) {
    case "revenue":
    case "growth":
    case "mix":
    case "promoted_revenue":
    case "demoted_revenue":
      return { kind: "posRevenue", window: { kind: "fiscalQuarterToDate" }, ...filter };
    case "velocity":
      return { kind: "posUnits", window: { kind: "fiscalQuarterToDate" }, ...filter };
    case "sourced_pipeline":
      return { kind: "openPipeline", origin: "sourced" };
    case "win_rate":
    case "cycle_time":
      return { kind: "winRate", window: { kind: "fiscalQuarterToDate" }, by: "count" };
    case "certified_people":
      return { kind: "certifiedPeople" };
    default:
      return null;
  }
}
