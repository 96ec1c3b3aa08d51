import type { Route } from "next";
import { withSearch } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";
import { MovementFilter } from "@/lib/contracts/movement-group";
import { type StandingsQuery, StandingsSort } from "@/lib/contracts/standings";

const DEFAULT_PROGRAM = "main";
const LAST_PAGE = 100_000; // a page beyond the last shows the last

/** The standings' state in the address. Values that nobody could have chosen are dropped: an address is typed by people. */
export function readStandingsAddress(params: SearchParams): StandingsQuery {
  return {
    program: searchValue(params, "program") ?? DEFAULT_PROGRAM,
    run: searchNumber(params, "run"),
    search: searchValue(params, "search")?.slice(0, 100),
    tier: searchValue(params, "tier")?.slice(0, 64),
    region: searchValue(params, "region")?.slice(0, 64),
    type: searchValue(params, "type")?.slice(0, 100),
    movement: MovementFilter.options.find((movement) => movement === searchValue(params, "movement")),
    borderline: searchValue(params, "borderline") === "true" ? true : undefined,
    sort: StandingsSort.options.find((sort) => sort === searchValue(params, "sort")) ?? "rank",
    direction: searchValue(params, "direction") === "desc" ? "desc" : "asc",
    page: Math.min(searchNumber(params, "page") ?? 1, LAST_PAGE),
  };
}

/** The address of the standings with some of its state changed; defaults are left out. A change of anything but the page goes to page 1. */
export function standingsAddress(query: StandingsQuery, change: Partial<StandingsQuery> = {}): Route {
  return withSearch("/score", standingsSearch({ ...query, page: 1, ...change }));
}

/** The same order without any filter. */
export function clearedAddress(query: StandingsQuery): Route {
  return standingsAddress(query, {
    search: undefined,
    tier: undefined,
    region: undefined,
    type: undefined,
    movement: undefined,
    borderline: undefined,
  });
}

/** What the API needs to export the rows that are shown. */
export function exportAddress(run: number, query: StandingsQuery): string {
  const search = standingsSearch({ ...query, page: 1, run: undefined });
  return search.size === 0 ? `/api/v1/runs/${run}/standings.csv` : `/api/v1/runs/${run}/standings.csv?${search}`;
}

function standingsSearch(query: StandingsQuery): URLSearchParams {
  const { program, sort, direction, page, ...filters } = query;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) search.set(name, String(value));
  if (program !== DEFAULT_PROGRAM) search.set("program", program);
  if (sort !== "rank") search.set("sort", sort);
  if (direction !== "asc") search.set("direction", direction);
  if (page > 1) search.set("page", String(page));
  return search;
}

/** How many filters narrow the list. */
export function filterCount({ search, tier, region, type, movement, borderline }: StandingsQuery): number {
  return [search, tier, region, type, movement, borderline].filter((value) => value !== undefined).length;
}
