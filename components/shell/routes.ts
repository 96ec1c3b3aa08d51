import type { Route } from "next";
import type { MovementFilter } from "@/lib/contracts/movement-group";

/** Addresses that hold a code or a query; the others are written where they are used. */

export function scorecardPath(partner: string, run?: number): Route {
  return `/score/partners/${encodeURIComponent(partner)}${run === undefined ? "" : `?run=${run}`}` as Route;
}

/** The scorecard at the path to a tier that was chosen. */
export function scorecardTierPath(partner: string, tier: string, run?: number): Route {
  const search = new URLSearchParams({ ...(run !== undefined && { run: String(run) }), path: tier });
  return `/score/partners/${encodeURIComponent(partner)}?${search}#path` as Route;
}

/** A scorecard with its path in it from the start, for where no script puts it there; `path` is a tier that was chosen. */
export function wholeScorecardPath(scorecard: Route, { run, path }: { readonly run: number | undefined; readonly path?: string | undefined }): Route {
  const search = new URLSearchParams({ ...(run !== undefined && { run: String(run) }), ...(path !== undefined && { path }), whole: "true" });
  return `${scorecard}?${search}#path` as Route;
}

type StandingsNarrowing = { readonly tier?: string; readonly movement?: MovementFilter; readonly borderline?: "true" };

export function standingsPath(run: number, narrowing: StandingsNarrowing = {}): Route {
  return withSearch("/score", new URLSearchParams({ run: String(run), ...narrowing }));
}

export type RecordsSide = "counted" | "left_out";
type RecordsQuery = { readonly run: number; readonly metric: string; readonly side?: RecordsSide; readonly page?: number };

export function recordsPath(partner: string, query: RecordsQuery): Route {
  return `/score/partners/${encodeURIComponent(partner)}/records?${recordsSearch(query)}` as Route;
}

export function ownRecordsPath(query: RecordsQuery): Route {
  return `/scorecard/records?${recordsSearch(query)}` as Route;
}

export function ownScorecardPath(run: number): Route {
  return `/scorecard?run=${run}` as Route;
}

export function runPath(run: number): Route {
  return `/score/runs/${run}` as Route;
}

/** The overrides of a partner, whatever became of them. */
export function partnerOverridesPath(partner: string): Route {
  return `/score/overrides?state=all&partner=${encodeURIComponent(partner)}` as Route;
}

export function importPath(batch: number): Route {
  return `/measure/imports/${batch}` as Route;
}

/** The form for a file, filled in as it was for an earlier one. */
export function importAgainPath(batch: number): Route {
  return `/measure/imports?again=${batch}` as Route;
}

export function programVersionPath(program: string, version: number): Route {
  return `/define?program=${encodeURIComponent(program)}&version=${version}` as Route;
}

export function templatePath(template: string): Route {
  return `/define/templates/${encodeURIComponent(template)}` as Route;
}

/** Where a draft is edited. */
export function studioPath(program: string, version: number): Route {
  return `/define/studio?program=${encodeURIComponent(program)}&version=${version}` as Route;
}

export function fundPath(fund: number): Route {
  return `/entitle/funds/${fund}` as Route;
}

export function fundComparisonPath(fund: number, run: number): Route {
  return `/entitle/funds/${fund}/comparison?run=${run}` as Route;
}

/** The matrix of cells of a run, of a region and below. */
export function coveragePath(run: number, region?: string): Route {
  return withSearch("/activate", new URLSearchParams({ run: String(run), ...(region !== undefined && { region }) }));
}

/** An address on the page itself, by the text after the question mark. */
export function withSearch(path: string, search: URLSearchParams): Route {
  const text = search.toString();
  return (text === "" ? path : `${path}?${text}`) as Route;
}

function recordsSearch({ run, metric, side, page }: RecordsQuery): string {
  const search = new URLSearchParams({ metric, run: String(run) });
  if (side === "left_out") search.set("side", side);
  if (page !== undefined && page > 1) search.set("page", String(page));
  return search.toString();
}
