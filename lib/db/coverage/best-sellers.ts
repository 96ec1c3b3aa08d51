import type { Scope } from "@/lib/access/actor";
import { toSafeInteger } from "../rows";
import type { Tx } from "../scope";
import { type SalesAt, soldInWindow } from "./sold";

/** Product lines and categories by their codes, and how many partners of each region and tier at most. */
export type BestSellersAsked = { readonly lines: readonly string[]; readonly categories: readonly string[]; readonly limit: number };

/** What a partner of the run sold of a line or a category, in ten-thousandths of the program's currency: above zero. */
export type BestSellerRow = { readonly partner: string; readonly of: "line" | "category"; readonly code: string; readonly revenueE4: number };

/**
 * Regions and tiers are those that the run decided on; equal sellers come in the order of their codes. Ranked by numbers alone: to sort tens of
 * thousands of rows by texts takes several times as long.
 */
export async function bestSellers(tx: Tx, scope: Scope, at: SalesAt, { lines, categories, limit }: BestSellersAsked): Promise<BestSellerRow[]> {
  const sold = await soldInWindow(tx, scope, at);
  if (sold === null) return [];
  const rows = await tx.$queryRaw<(Omit<BestSellerRow, "revenueE4"> & { readonly revenueE4: bigint })[]>`
    with line as (
      select l.id, l.category_id, l.code = any(${lines}::text[]) as is_asked, c.code = any(${categories}::text[]) as is_category_asked
      from product_line l join product_category c on c.org_id = l.org_id and c.id = l.category_id where l.org_id = ${scope.orgId}
    ),
    decided as materialized (
      select partner_id, partner_code, dense_rank() over (order by region_code, tier_rank) as place, row_number() over (order by partner_code collate "C") as nth
      from decision where org_id = ${scope.orgId} and run_id = ${at.runId}
    ),
    line_sale as materialized (
      select partner_id, line_id, sum(revenue_e4)::bigint as revenue from (${sold}) sold
      where line_id = any(array(select id from line where is_asked or is_category_asked)) group by partner_id, line_id
    ),
    total as (
      select false as is_category, line_id as id, partner_id, revenue from line_sale where line_id = any(array(select id from line where is_asked))
      union all
      select true, line.category_id, s.partner_id, sum(s.revenue)::bigint from line_sale s join line on line.id = s.line_id and line.is_category_asked group by 2, 3
    ),
    ranked as (
      select t.*, d.partner_code, row_number() over (partition by t.is_category, t.id, d.place order by t.revenue desc, d.nth) as rank
      from total t join decided d using (partner_id) where t.revenue > 0
    )
    select r.partner_code as partner, case when r.is_category then 'category' else 'line' end as of, coalesce(c.code, l.code) as code, r.revenue as "revenueE4"
    from ranked r
    left join product_line l on l.org_id = ${scope.orgId} and l.id = r.id and not r.is_category
    left join product_category c on c.org_id = ${scope.orgId} and c.id = r.id and r.is_category
    where r.rank <= ${limit}`;
  return rows.map(({ revenueE4, ...row }) => ({ ...row, revenueE4: toSafeInteger(revenueE4) }));
}
