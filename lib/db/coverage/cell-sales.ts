import type { Scope } from "@/lib/access/actor";
import { Prisma } from "../generated/prisma/client";
import { toSafeInteger } from "../rows";
import type { Tx } from "../scope";
import { type SalesAt, soldInWindow } from "./sold";

/** A region and a product line, by their codes. */
export type CellCodes = { readonly region: string; readonly line: string };

/** What one partner sold of one line in one region, in ten-thousandths of the program's currency. */
export type CellSaleRow = { readonly partner: string; readonly region: string; readonly line: string; readonly revenueE4: number };

export async function cellSales(tx: Tx, scope: Scope, at: SalesAt, only?: readonly CellCodes[]): Promise<CellSaleRow[]> {
  const sold = await soldInWindow(tx, scope, at);
  if (sold === null) return [];
  const inCells =
    only === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(region_id, line_id) in (
          select r.id, l.id from unnest(${only.map(({ region }) => region)}::text[], ${only.map(({ line }) => line)}::text[]) as cell(region, line)
          join region r on r.org_id = ${scope.orgId} and r.code = cell.region join product_line l on l.org_id = ${scope.orgId} and l.code = cell.line)`;
  // By internal ids: to look up three codes for each of many thousand rows takes SQL as long as to add them up.
  const rows = await tx.$queryRaw<{ readonly partner: number; readonly region: number; readonly line: number; readonly revenueE4: bigint }[]>`
    select partner_id as partner, region_id as region, line_id as line, revenue_e4 as "revenueE4" from (${sold}) sold where ${inCells}`;
  const partners = await codes(tx, scope, "partner");
  const regions = await codes(tx, scope, "region");
  const lines = await codes(tx, scope, "product_line");
  const code = (of: ReadonlyMap<number, string>, id: number) => of.get(id) ?? "";
  return rows.map(({ partner, region, line, revenueE4 }) => ({
    ...{ partner: code(partners, partner), region: code(regions, region), line: code(lines, line) },
    revenueE4: toSafeInteger(revenueE4),
  }));
}

/** By the codes of the partners asked for; one that sold nothing is absent. */
export async function revenueOf(tx: Tx, scope: Scope, at: SalesAt, partners: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sold = await soldInWindow(tx, scope, at);
  if (sold === null) return new Map();
  const rows = await tx.$queryRaw<{ partner: string; revenueE4: bigint }[]>`
    select p.code as partner, sum(sold.revenue_e4)::bigint as "revenueE4" from (${sold}) sold
    join partner p on p.org_id = ${scope.orgId} and p.id = sold.partner_id where p.code = any(${partners}::text[]) group by p.code`;
  return new Map(rows.map(({ partner, revenueE4 }) => [partner, toSafeInteger(revenueE4)]));
}

async function codes(tx: Tx, scope: Scope, table: "partner" | "region" | "product_line"): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.$queryRaw<{ id: number; code: string }[]>`select id, code from ${Prisma.raw(table)} where org_id = ${scope.orgId}`;
  return new Map(rows.map(({ id, code }) => [id, code]));
}
