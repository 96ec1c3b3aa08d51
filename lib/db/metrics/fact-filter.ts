import type { FactFilter } from "@/lib/domain/define/metric";
import { AppError } from "@/lib/errors";
import { Prisma } from "../generated/prisma/client";
import type { MetricRequest } from "./metric-request";

/** A filter in internal ids, and in segments as they are written; null means no narrowing. */
export type FactIds = {
  readonly lines: readonly number[] | null;
  readonly regions: readonly number[] | null;
  readonly products: readonly number[] | null;
  readonly segments: readonly string[] | null;
};

export const NO_NARROWING: FactIds = { lines: null, regions: null, products: null, segments: null };

type LineRow = { readonly id: number; readonly code: string; readonly category: string };
type ProductRow = { readonly id: number; readonly sku: string };
type RegionRow = { readonly id: number; readonly code: string; readonly parentId: number | null };

/** The organization's products, product lines and region tree as they are now, to resolve filters with. */
export type FactCodes = { readonly resolve: (metric: string, filter: FactFilter | undefined) => FactIds };

/** Lists of one filter narrow together: a fact passes when it is in each of them. @throws AppError (resolve) unprocessable naming an unknown code */
export async function readFactCodes({ tx, scope }: Pick<MetricRequest, "tx" | "scope">): Promise<FactCodes> {
  const lines = await tx.$queryRaw<LineRow[]>`
    select l.id, l.code, c.code as category from product_line l join product_category c on c.org_id = l.org_id and c.id = l.category_id where l.org_id = ${scope.orgId}`;
  const categories = await tx.$queryRaw<{ code: string }[]>`select code from product_category where org_id = ${scope.orgId}`;
  const regions = await tx.$queryRaw<RegionRow[]>`select id, code, parent_id as "parentId" from region where org_id = ${scope.orgId}`;
  const products = await tx.$queryRaw<ProductRow[]>`select id, sku from product where org_id = ${scope.orgId}`;
  const known = { category: codes(categories), line: codes(lines), SKU: new Set(products.map(({ sku }) => sku)), region: codes(regions) };

  return {
    resolve: (metric, filter) => {
      if (filter === undefined) return NO_NARROWING;
      checkKnown(metric, "category", filter.categories, known.category);
      checkKnown(metric, "line", filter.lines, known.line);
      checkKnown(metric, "SKU", filter.skus, known.SKU);
      checkKnown(metric, "region", filter.regions, known.region);
      return {
        lines: lineIds(filter, lines),
        regions: filter.regions === undefined ? null : idsBelow(filter.regions, regions),
        products: filter.skus === undefined ? null : products.filter(({ sku }) => filter.skus?.includes(sku)).map(({ id }) => id),
        segments: filter.segments ?? null,
      };
    },
  };
}

/** What passes both. */
export function narrowed(a: FactIds, b: FactIds): FactIds {
  return {
    lines: intersection(a.lines, b.lines),
    regions: intersection(a.regions, b.regions),
    products: intersection(a.products, b.products),
    segments: intersection(a.segments, b.segments),
  };
}

/** Whether only the lines themselves can answer: their monthly rollup knows neither products nor segments. */
export function needsLines({ products, segments }: FactIds): boolean {
  return products !== null || segments !== null;
}

/** The filter as a condition on the columns `line_id` and `region_id`, and where it needs the lines on `product_id` and `segment`. */
export function passes({ lines, regions, products, segments }: FactIds): Prisma.Sql {
  const parts = [
    ...(lines === null ? [] : [Prisma.sql`line_id = any(${lines}::int[])`]),
    ...(regions === null ? [] : [Prisma.sql`region_id = any(${regions}::int[])`]),
    ...(products === null ? [] : [Prisma.sql`product_id = any(${products}::int[])`]),
    ...(segments === null ? [] : [Prisma.sql`coalesce(segment = any(${segments}::text[]), false)`]),
  ];
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, " and ");
}

function codes(rows: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ code }) => code));
}

function checkKnown(
  metric: string,
  what: "category" | "line" | "SKU" | "region",
  given: readonly string[] | undefined,
  known: ReadonlySet<string>,
): void {
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

function intersection<Value>(a: readonly Value[] | null, b: readonly Value[] | null): readonly Value[] | null {
  if (a === null || b === null) return a ?? b;
  return a.filter((one) => b.includes(one));
}
