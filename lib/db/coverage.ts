import type { Scope } from "@/lib/access/actor";
import { windowRange } from "@/lib/domain/define/metric-window";
import type { Program } from "@/lib/domain/define/program";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import { Prisma } from "./generated/prisma/client";
import { liveRecords } from "./metrics/live-facts";
import { knownBatches } from "./metrics/metric-request";
import { splitByMonth } from "./metrics/month-split";
import { inWindow, posFacts } from "./metrics/pos-facts";
import { programMoney } from "./metrics/program-money";
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
};
export type CellSaleRow = { readonly partner: string; readonly region: string; readonly line: string; readonly revenueE4: number };

/** Sums in ten-thousandths by currency, as text: they may exceed what a number holds. */
type SumRow = Omit<CellSaleRow, "revenueE4"> & { readonly sums: Readonly<Record<string, string>> };

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
        select d.partner_code as code, d.partner_name as name, d.region_code as region, d.decided as tier, d.tier_rank as "tierRank"
        from decision d where d.org_id = ${scope.orgId} and d.run_id = ${runId} order by d.partner_code collate "C"`;
    },

    /**
     * POS revenue by partner, region and product line in the months up to the as-of date, as known at the sequence, in ten-thousandths of the
     * program's currency. @throws AppError unprocessable naming a currency without a rate
     */
    async sales(at: {
      readonly program: Program;
      readonly trailingMonths: number;
      readonly asOf: IsoDate;
      readonly knownAt: number;
    }): Promise<CellSaleRow[]> {
      staffOnly(scope);
      const { program, asOf, trailingMonths } = at;
      const window = windowRange({ kind: "trailingMonths", months: trailingMonths }, asOf, program.fiscalCalendar);
      if (window === null) return [];
      const known = await knownBatches({ tx, scope, ...at });
      const rows = await tx.$queryRaw<SumRow[]>`
        select p.code as partner, r.code as region, l.code as line, jsonb_object_agg(sold.currency, sold.sum::text) as sums
        from (
          select partner_id, region_id, line_id, currency, sum(net_e4) as sum
          from (${posFacts({ scope, known }, [splitByMonth(window)], Prisma.sql`null::int`)}) fact
          where ${inWindow(0)} group by partner_id, region_id, line_id, currency having sum(net_e4) <> 0
        ) sold
        join partner p on p.org_id = ${scope.orgId} and p.id = sold.partner_id
        join region r on r.org_id = ${scope.orgId} and r.id = sold.region_id
        join product_line l on l.org_id = ${scope.orgId} and l.id = sold.line_id
        group by p.code, r.code, l.code`;
      const money = programMoney(program);
      const total = (sums: SumRow["sums"]) => money.total(new Map(Object.entries(sums).map(([currency, sum]) => [currency, BigInt(sum)])));
      return rows.map(({ sums, ...cell }) => ({ ...cell, revenueE4: money.toE4(total(sums)) }));
    },

    /**
     * The imported potentials in force on the as-of date, as known at the sequence, in ten-thousandths of the program's currency.
     * @throws AppError unprocessable naming a currency without a rate
     */
    async potentials(at: { readonly program: Program; readonly asOf: IsoDate; readonly knownAt: number }): Promise<PotentialRow[]> {
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
