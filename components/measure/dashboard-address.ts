import type { Route } from "next";
import { type AddressFault, addressFaults } from "@/components/shell/address-faults";
import { withSearch } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { DashboardDimension, type DashboardQuery, type KpiContext, KpiKey } from "@/lib/contracts/kpi";
import { IsoDate } from "@/lib/domain/shared/iso-date";

const DEFAULT_PROGRAM = "main";

/** The dashboard's state in the address. Values that nobody could have chosen are dropped: an address is typed by people. */
export function readDashboardAddress(params: SearchParams): DashboardQuery {
  const day = (name: string) => IsoDate.safeParse(searchValue(params, name)).data;
  const code = (name: string) => searchValue(params, name)?.slice(0, 64);
  return {
    program: searchValue(params, "program") ?? DEFAULT_PROGRAM,
    run: searchNumber(params, "run"),
    quarter: day("quarter"),
    against: day("against"),
    by: DashboardDimension.options.find((by) => by === searchValue(params, "by")) ?? "tier",
    kpi: KpiKey.options.find((kpi) => kpi === searchValue(params, "kpi")) ?? "revenue",
    tier: code("tier"),
    region: code("region"),
    line: code("line"),
  };
}

/** What of the address the answer does not show: also a quarter that is none of its quarters, and a comparison of a quarter with itself. */
export function dashboardFaults(
  params: SearchParams,
  query: Partial<DashboardQuery>,
  { quarters, selected, against }: Pick<KpiContext, "quarters" | "selected" | "against">,
): AddressFault[] {
  const shown = quarters[selected]?.from;
  const read = { ...query, quarter: shown, ...("against" in query && { against: against === null ? undefined : quarters[against]?.from }) };
  return addressFaults(params, read).map((fault) => (fault.name === "against" && fault.given === shown ? { ...fault, kind: "itself" } : fault));
}

/** The address of the dashboard with some of its state changed; defaults are left out. */
export function dashboardAddress(query: DashboardQuery, change: Partial<DashboardQuery> = {}): Route {
  return withSearch("/measure", dashboardSearch({ ...query, ...change }));
}

export function dashboardExportAddress(query: DashboardQuery, format: "csv" | "xlsx"): string {
  return withSearch(`/api/v1/dashboard.${format}`, dashboardSearch(query));
}

/** A part of the slice: `quarter` by its first day. */
type KpiChange = Omit<Partial<DashboardQuery>, "quarter"> & { readonly quarter?: string | undefined; readonly page?: number };

/** The page of one KPI for the same slice, or for a part of it. */
export function kpiAddress(kpi: KpiKey, query: DashboardQuery, change: KpiChange = {}): Route {
  const { kpi: _kpi, by: _by, against: _against, page, ...slice } = { ...query, ...change };
  const search = sliceSearch(slice);
  if (page !== undefined && page > 1) search.set("page", String(page));
  return withSearch(`/measure/kpis/${kpi}`, search);
}

type RecordsChange = { readonly partner: string; readonly side?: "counted" | "left_out"; readonly page?: number };

/** The records behind what one partner adds to a KPI. */
export function kpiRecordsAddress(kpi: KpiKey, { program, run, quarter, line }: DashboardQuery, { partner, side, page }: RecordsChange): Route {
  const search = sliceSearch({ program, run, quarter, line });
  search.set("partner", partner);
  if (side === "left_out") search.set("side", side);
  if (page !== undefined && page > 1) search.set("page", String(page));
  return withSearch(`/measure/kpis/${kpi}/records`, search);
}

/** How many filters narrow what is counted. */
export function dashboardFilterCount({ tier, region, line }: DashboardQuery): number {
  return [tier, region, line].filter((value) => value !== undefined).length;
}

function dashboardSearch({ by, kpi, against, ...slice }: DashboardQuery): URLSearchParams {
  const search = sliceSearch(slice);
  if (against !== undefined) search.set("against", against);
  if (by !== "tier") search.set("by", by);
  if (kpi !== "revenue") search.set("kpi", kpi);
  return search;
}

function sliceSearch({ program, ...slice }: KpiChange): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(slice)) if (value !== undefined) search.set(name, String(value));
  if (program !== undefined && program !== DEFAULT_PROGRAM) search.set("program", program);
  return search;
}
