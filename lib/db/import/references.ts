import type { ClientBase } from "pg";
import type { Scope } from "@/lib/access/actor";

/** What a row's codes stand for. Read once per batch: an organization's partners, SKUs and regions fit in memory. */
export type References = {
  readonly partners: ReadonlyMap<string, { readonly id: number; readonly regionId: number }>;
  readonly products: ReadonlyMap<string, number>;
  readonly regions: ReadonlyMap<string, number>;
  /** Code of each region's parent; null for a top region. */
  readonly regionParents: ReadonlyMap<string, string | null>;
  readonly lines: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
  readonly metrics: ReadonlySet<string>;
  readonly currency: string;
};

/** The codes that a row names and nobody knows yet. */
export type Missing = readonly ("partner" | "sku" | "region" | "line" | "category" | "metric")[];

export async function readReferences(client: ClientBase, scope: Scope): Promise<References> {
  const partners = await client.query<{ code: string; id: number; region_id: number }>("select code, id, region_id from partner where org_id = $1", [
    scope.orgId,
  ]);
  const products = await client.query<{ sku: string; id: number }>("select sku, id from product where org_id = $1", [scope.orgId]);
  const regions = await client.query<{ code: string; id: number; parent_code: string | null }>(
    "select r.code, r.id, p.code as parent_code from region r left join region p on p.org_id = r.org_id and p.id = r.parent_id where r.org_id = $1",
    [scope.orgId],
  );
  const idsByCode = async (table: "product_line" | "product_category") => {
    const found = await client.query<{ code: string; id: number }>(`select code, id from ${table} where org_id = $1`, [scope.orgId]);
    return new Map(found.rows.map((row) => [row.code, row.id]));
  };
  const lines = await idsByCode("product_line");
  const categories = await idsByCode("product_category");
  const metrics = await client.query<{ key: string }>("select key from custom_metric where org_id = $1", [scope.orgId]);
  const organization = await client.query<{ currency: string }>("select currency from organization where id = $1", [scope.orgId]);
  return {
    partners: new Map(partners.rows.map((row) => [row.code, { id: row.id, regionId: row.region_id }])),
    products: new Map(products.rows.map((row) => [row.sku, row.id])),
    regions: new Map(regions.rows.map((row) => [row.code, row.id])),
    regionParents: new Map(regions.rows.map((row) => [row.code, row.parent_code])),
    lines,
    categories,
    metrics: new Set(metrics.rows.map((row) => row.key)),
    currency: organization.rows[0]?.currency ?? "USD",
  };
}
