import type { RecordsSide } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";

type RecordsAddress = { readonly run: number; readonly metric: string; readonly side: RecordsSide; readonly page: number };

/** Which records an address asks for; null when it names no run or metric. */
export function readRecordsAddress(params: SearchParams): RecordsAddress | null {
  const run = searchNumber(params, "run");
  const metric = searchValue(params, "metric");
  if (run === undefined || metric === undefined || metric.length > 64) return null;
  return { run, metric, side: searchValue(params, "side") === "left_out" ? "left_out" : "counted", page: searchNumber(params, "page") ?? 1 };
}
