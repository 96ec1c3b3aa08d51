import type { Scope } from "@/lib/access/actor";
import { type BestSellerRow, type BestSellersAsked, bestSellers } from "./coverage/best-sellers";
import { type CellCodes, type CellSaleRow, cellSales, revenueOf } from "./coverage/cell-sales";
import { keepSold, type SalesAt } from "./coverage/sold";
import { liveRecords } from "./metrics/live-facts";
import { knownBatches } from "./metrics/metric-request";
import { programMoney } from "./metrics/program-money";
import { toSafeInteger } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

export type CoverageRegionRow = { readonly code: string; readonly name: string; readonly parent: string | null; readonly weight: number | null };
export type CoverageLineRow = { readonly code: string; readonly name: string; readonly category: string; readonly categoryName: string };
export type CoveragePartnerRow = {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly tier: string;
  readonly tierRank: number;
  /** An override pinned the tier. */
  readonly overridden: boolean;
};
/** What a run keeps of a region and a product line, by their codes; revenue in ten-thousandths. */
export type RunCellRow = { readonly region: string; readonly line: string; readonly revenueE4: number; readonly partners: number };

/** An imported potential of a year; `line` null when it is of a category. */
export type PotentialRow = { readonly region: string; readonly line: string | null; readonly category: string; readonly amountE4: number };

export function coverageRepository(tx: Tx, scope: Scope) {
  return {
    /** Every region, by name. */
    async regions(): Promise<CoverageRegionRow[]> {
      staffOnly(scope);
      return tx.$queryRaw<CoverageRegionRow[]>`
        select r.code, r.name, p.code as parent, r.weight::float8 as weight
        from region r left join region p on p.org_id = r.org_id and p.id = r.parent_id
        where r.org_id = ${scope.orgId} order by lower(r.name) collate "C", r.code collate "C"`;
    },

    /** Every product line, by its category's name and its own. */
    async lines(): Promise<CoverageLineRow[]> {
      staffOnly(scope);
      return tx.$queryRaw<CoverageLineRow[]>`
        select l.code, l.name, c.code as category, c.name as "categoryName"
        from product_line l join product_category c on c.org_id = l.org_id and c.id = l.category_id
        where l.org_id = ${scope.orgId} order by lower(c.name) collate "C", c.code collate "C", lower(l.name) collate "C", l.code collate "C"`;
    },

    /** The partners of a run as it decided on them, in the order of their codes. */
    async partners(runId: number): Promise<CoveragePartnerRow[]> {
      staffOnly(scope);
      return tx.$queryRaw<CoveragePartnerRow[]>`
        select d.partner_code as code, d.partner_name as name, d.region_code as region, d.decided as tier, d.tier_rank as "tierRank",
          d.movement = 'overridden' as overridden
        from decision d where d.org_id = ${scope.orgId} and d.run_id = ${runId} order by d.partner_code collate "C"`;
    },

    /** Keeps the cells of a draft. @throws when the run is no draft */
    async keepCells(runId: number, cells: readonly RunCellRow[]): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`
        insert into run_cell (org_id, run_id, region_id, line_id, revenue_e4, partners)
        select ${scope.orgId}::int, ${runId}::int, r.id, l.id, cell.revenue_e4, cell.partners
        from unnest(${cells.map(({ region }) => region)}::text[], ${cells.map(({ line }) => line)}::text[], ${cells.map(({ revenueE4 }) => revenueE4)}::bigint[],
          ${cells.map(({ partners }) => partners)}::int[]) as cell(region, line, revenue_e4, partners)
        join region r on r.org_id = ${scope.orgId} and r.code = cell.region join product_line l on l.org_id = ${scope.orgId} and l.code = cell.line`;
    },

    /** The cells that a run keeps, in the order of their regions and lines; none when nothing was sold in its window. */
    async cells(runId: number): Promise<RunCellRow[]> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<(Omit<RunCellRow, "revenueE4"> & { readonly revenueE4: bigint })[]>`
        select r.code as region, l.code as line, k.revenue_e4 as "revenueE4", k.partners from run_cell k
        join region r on r.org_id = k.org_id and r.id = k.region_id join product_line l on l.org_id = k.org_id and l.id = k.line_id
        where k.org_id = ${scope.orgId} and k.run_id = ${runId} order by r.code collate "C", l.code collate "C"`;
      return rows.map(({ revenueE4, ...cell }) => ({ ...cell, revenueE4: toSafeInteger(revenueE4) }));
    },

    /** Keeps who sold what in the window of a draft. @throws when the run is no draft, and as `sales` does */
    async keepSales(at: SalesAt): Promise<void> {
      staffOnly(scope);
      await keepSold(tx, scope, at);
    },

    /** POS revenue by partner, region and product line, of everything or only of some cells. @throws AppError unprocessable naming a currency without a rate */
    async sales(at: SalesAt, only?: readonly CellCodes[]): Promise<CellSaleRow[]> {
      staffOnly(scope);
      return cellSales(tx, scope, at, only);
    },

    /** POS revenue of the partners given, by their codes, in ten-thousandths of the program's currency; one that sold nothing is absent. @throws as `sales` does */
    async revenueOf(at: SalesAt, partners: readonly string[]): Promise<ReadonlyMap<string, number>> {
      staffOnly(scope);
      return revenueOf(tx, scope, at, partners);
    },

    /** Who of each region and tier sold most of each product line and category asked for, wherever it was. @throws as `sales` does */
    async bestSellers(at: SalesAt, asked: BestSellersAsked): Promise<BestSellerRow[]> {
      staffOnly(scope);
      return bestSellers(tx, scope, at, asked);
    },

    /**
     * The imported potentials in force on the as-of date, as known at the sequence, in ten-thousandths of the program's currency.
     * @throws AppError unprocessable naming a currency without a rate
     */
    async potentials(at: Omit<SalesAt, "trailingMonths" | "runId">): Promise<PotentialRow[]> {
      staffOnly(scope);
      const known = await knownBatches({ tx, scope, ...at });
      const rows = await tx.$queryRaw<(Omit<PotentialRow, "amountE4"> & { readonly amount: string; readonly currency: string })[]>`
        select r.code as region, l.code as line, c.code as category, v.amount_e4::text as amount, v.currency
        from (
          select distinct on (region_id, line_or_category) region_id, line_id, category_id, amount_e4, currency
          from ${liveRecords("potential", { scope, known })} potential
          where valid_from <= ${at.asOf}::date order by region_id, line_or_category, valid_from desc
        ) v
        join region r on r.org_id = ${scope.orgId} and r.id = v.region_id
        left join product_line l on l.org_id = ${scope.orgId} and l.id = v.line_id
        join product_category c on c.org_id = ${scope.orgId} and c.id = coalesce(v.category_id, l.category_id)
        order by r.code collate "C", c.code collate "C", l.code collate "C"`;
      const money = programMoney(at.program);
      return rows.map(({ amount, currency, ...of }) => ({ ...of, amountE4: money.toE4(money.total(new Map([[currency, BigInt(amount)]]))) }));
    },
  };
}
