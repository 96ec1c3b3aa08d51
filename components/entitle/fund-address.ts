import type { Route } from "next";
import { fundPath, withSearch } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { AllocationSort, type FundPageQuery } from "@/lib/contracts/fund";

const LAST_PAGE = 100_000; // a page beyond the last shows the last

/** The state of a fund's page in the address. Values that nobody could have chosen are dropped: an address is typed by people. */
export function readFundAddress(fund: number, params: SearchParams): FundPageQuery {
  const bound = searchValue(params, "bound");
  return {
    fund,
    search: searchValue(params, "search")?.slice(0, 100),
    tier: searchValue(params, "tier")?.slice(0, 64),
    region: searchValue(params, "region")?.slice(0, 64),
    adjusted: searchValue(params, "adjusted") === "true" ? true : undefined,
    bound: bound === "floor" || bound === "cap" ? bound : undefined,
    sort: AllocationSort.options.find((sort) => sort === searchValue(params, "sort")) ?? "amount",
    direction: searchValue(params, "direction") === "asc" ? "asc" : "desc",
    page: Math.min(searchNumber(params, "page") ?? 1, LAST_PAGE),
  };
}

/** The address of a fund's page with some of its state changed; defaults are left out. A change of anything but the page goes to page 1. */
export function fundAddress(query: FundPageQuery, change: Partial<FundPageQuery> = {}): Route {
  return withSearch(fundPath(query.fund), fundSearch({ ...query, page: 1, ...change }));
}

/** The same order without any filter. */
export function clearedFundAddress({ fund, sort, direction }: FundPageQuery): Route {
  return fundAddress({ fund, sort, direction, page: 1 });
}

/** What the API needs to export the rows that are shown. */
export function fundExportAddress(query: FundPageQuery, format: "csv" | "xlsx"): string {
  return withSearch(`/api/v1/funds/${query.fund}/allocations.${format}`, fundSearch({ ...query, page: 1 }));
}

function fundSearch({ fund: _fund, sort, direction, page, ...filters }: FundPageQuery): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) search.set(name, String(value));
  if (sort !== "amount") search.set("sort", sort);
  if (direction !== "desc") search.set("direction", direction);
  if (page > 1) search.set("page", String(page));
  return search;
}

/** How many filters narrow the list. */
export function fundFilterCount({ search, tier, region, adjusted, bound }: FundPageQuery): number {
  return [search, tier, region, adjusted, bound].filter((value) => value !== undefined).length;
}
