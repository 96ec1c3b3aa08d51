import type { Route } from "next";
import { withSearch } from "@/components/shell/routes";
import { type SearchParams, searchNumber, searchValue } from "@/components/shell/search-params";

export type CoverageView = "matrix" | "map" | "gaps" | "quarters";

/** What the figures of the matrix say. */
export const MEASURES = ["coverage", "white_space", "revenue", "potential"] as const;
export type Measure = (typeof MEASURES)[number];

/** The state of all views in the address, so that one view leads to another of the same cells; what a view does not know it passes on. */
export type CoverageAddress = {
  readonly program?: string | undefined;
  readonly run?: number | undefined;
  readonly region?: string | undefined;
  readonly category?: string | undefined;
  readonly rows: "inside" | "lowest";
  readonly measure: Measure;
  readonly state?: "white_space" | "thin" | undefined;
  readonly page: number;
};

const PATHS = { matrix: "/activate", map: "/activate/map", gaps: "/activate/gaps", quarters: "/activate/quarters" } as const;
const LAST_PAGE = 100_000; // a page beyond the last shows the last

/** Values that nobody could have chosen are dropped: an address is typed by people. */
export function readCoverageAddress(params: SearchParams): CoverageAddress {
  const state = searchValue(params, "state");
  return {
    program: searchValue(params, "program"),
    run: searchNumber(params, "run"),
    region: searchValue(params, "region")?.slice(0, 64),
    category: searchValue(params, "category")?.slice(0, 64),
    rows: searchValue(params, "rows") === "lowest" ? "lowest" : "inside",
    measure: MEASURES.find((measure) => measure === searchValue(params, "measure")) ?? "coverage",
    state: state === "white_space" || state === "thin" ? state : undefined,
    page: Math.min(searchNumber(params, "page") ?? 1, LAST_PAGE),
  };
}

/** A view with some of its state changed; defaults are left out. A change of anything but the page goes to page 1. */
export function coverageAddress(view: CoverageView, address: CoverageAddress, change: Partial<CoverageAddress> = {}): Route {
  const { rows, measure, page, ...narrowing } = { ...address, page: 1, ...change };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowing)) if (value !== undefined) search.set(name, String(value));
  if (rows !== "inside") search.set("rows", rows);
  if (measure !== "coverage") search.set("measure", measure);
  if (page > 1) search.set("page", String(page));
  return withSearch(PATHS[view], search);
}

/** Where the filters of a view lead. */
export function coveragePath(view: CoverageView): string {
  return PATHS[view];
}

export function cellPath({ program, run }: Pick<CoverageAddress, "program" | "run">, region: string, line: string): Route {
  const search = new URLSearchParams({ region, line });
  if (program !== undefined) search.set("program", program);
  if (run !== undefined) search.set("run", String(run));
  return withSearch("/activate/cell", search);
}

/** All cells of the region and category as a file. */
export function exportAddress(run: number, { region, category }: Pick<CoverageAddress, "region" | "category">, format: "csv" | "xlsx"): string {
  const search = new URLSearchParams();
  if (region !== undefined) search.set("region", region);
  if (category !== undefined) search.set("category", category);
  return search.size === 0 ? `/api/v1/runs/${run}/coverage.${format}` : `/api/v1/runs/${run}/coverage.${format}?${search}`;
}
