import type { FactFilter } from "@/lib/domain/define/metric";
import { AppError } from "@/lib/errors";
import { Prisma } from "../generated/prisma/client";
import type { MetricRequest } from "./metric-request";

/** A filter in internal ids; null means no narrowing. */
export type FactIds = { readonly lines: readonly number[] | null; readonly regions: readonly number[] | null };

export const NO_NARROWING: FactIds = { lines: null, regions: null };

type LineRow = { readonly id: number; readonly code: string; readonly category: string };
type RegionRow = { readonly id: number; readonly code: string; readonly parentId: number | null };

/** The organization's product lines and region tree as they are now, to resolve filters with. */
export type FactCodes = { readonly resolve: (metric: string, filter: FactFilter | undefined) => FactIds };

/** Lists of one filter narrow together: a fact passes when it is in each of them. @throws AppError (resolve) unprocessable naming an unknown code */
export async function readFactCodes({ tx, scope }: Pick<MetricRequest, "tx" | "scope">): Promise<FactCodes> {
  const lines = await tx.$queryRaw<LineRow[]>`
    select l.id, l.code, c.code as category from product_line l join product_category c on c.org_id = l.org_id and c.id = l.category_id where l.org_id = ${scope.orgId}`;
  const categories = await tx.$queryRaw<{ code: string }[]>`select code from product_category where org_id = ${scope.orgId}`;
  const regions = await tx.$queryRaw<RegionRow[]>`select id, code, parent_id as "parentId" from region where org_id = ${scope.orgId}`;
  const known = { category: codes(categories), line: codes(lines), region: codes(regions) };

  return {
    resolve: (metric, filter) => {
      if (filter === undefined) return NO_NARROWING;
      checkKnown(metric, "category", filter.categories, known.category);
      checkKnown(metric, "line", filter.lines, known.line);
      checkKnown(metric, "region", filter.regions, known.region);
      return { lines: lineIds(filter, lines), regions: filter.regions === undefined ? null : idsBelow(filter.regions, regions) };
    },
  };
}

/** What passes both. */
export function narrowed(a: FactIds, b: FactIds): FactIds {
  return { lines: intersection(a.lines, b.lines), regions: intersection(a.regions, b.regions) };
}

/** The filter as a condition on the columns `line_id` and `region_id`. */
export function passes({ lines, regions }: FactIds): Prisma.Sql {
  const parts = [
    ...(lines === null ? [] : [Prisma.sql`line_id = any(${lines}::int[])`]),
    ...(regions === null ? [] : [Prisma.sql`region_id = any(${regions}::int[])`]),
  ];
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, " and ");
}

function codes(rows: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ code }) => code));
}

function checkKnown(metric: string, what: "category" | "line" | "region", given: readonly string[] | undefined, known: ReadonlySet<string>): void {
  const unknown = given?.find((code) => !known.has(code));
  if (unknown === undefined) return;
  throw new AppError(
    "unprocessable",
    `The metric "${metric}" filters by the ${what} "${unknown}", which does not exist. Import it, or correct the program.`,
    { metric, [what]: unknown },
  );
}

function lineIds({ categories, lines }: FactFilter, rows: readonly LineRow[]): number[] | null {
  if (categories === undefined && lines === undefined) return null;
  return rows.filter((row) => (categories?.includes(row.category) ?? true) && (lines?.includes(row.code) ?? true)).map(({ id }) => id);
}

function idsBelow(given: readonly string[], rows: readonly RegionRow[]): number[] {
  const found = new Set<number>();
  const waiting = rows.filter(({ code }) => given.includes(code));
  for (const region of waiting) {
    if (found.has(region.id)) continue;
    found.add(region.id);
    waiting.push(...rows.filter(({ parentId }) => parentId === region.id));
  }
  return [...found];
}

function intersection(a: readonly number[] | null, b: readonly number[] | null): readonly number[] | null {
  if (a === null || b === null) return a ?? b;
  return a.filter((id) => b.includes(id));
}
