import type { Scope } from "@/lib/access/actor";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

/** Which steps from a new organization to its first result are done. */
export type SetUpSteps = {
  readonly regions: boolean;
  readonly products: boolean;
  readonly partners: boolean;
  readonly pos: boolean;
  readonly program: boolean;
  readonly published: boolean;
};

const NEWEST_SEQ = 2 ** 31 - 1;

export function readinessRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;

  return {
    async setUpSteps(): Promise<SetUpSteps> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<SetUpSteps[]>`
        select exists (select from region where org_id = ${orgId}) as regions,
          exists (select from product where org_id = ${orgId}) as products,
          exists (select from partner where org_id = ${orgId}) as partners,
          exists (select from import_batch where org_id = ${orgId} and kind = 'pos' and seq is not null) as pos,
          exists (select from program_version where org_id = ${orgId} and status = 'published') as program,
          exists (select from run where org_id = ${orgId} and status = 'published') as published`;
      return rows[0] ?? { regions: false, products: false, partners: false, pos: false, program: false, published: false };
    },

    /** The codes of the product categories, the one that sells most lines first. */
    async categoriesBySales(): Promise<string[]> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ code: string }[]>`
        select c.code from product_category c
          left join product_line l on l.org_id = c.org_id and l.category_id = c.id
          left join pos_month m on m.org_id = l.org_id and m.line_id = l.id
        where c.org_id = ${orgId} group by c.code order by coalesce(sum(m.lines), 0) desc, c.code collate "C"`;
      return rows.map(({ code }) => code);
    },

    /** The business date of the latest POS line published up to the sequence `knownAt` (absent: until now); null without any. */
    async dataThrough(knownAt?: number): Promise<IsoDate | null> {
      staffOnly(scope);
      // One index look-up per partner, where max() over all lines would read every one of them.
      const rows = await tx.$queryRaw<{ latest: IsoDate | null }[]>`
        select max(last.sale_date)::text as latest from partner p cross join lateral (
          select l.sale_date from pos_line l
          where l.org_id = p.org_id and l.partner_id = p.id and exists (select from import_batch b where b.org_id = l.org_id and b.id = l.batch_id and b.seq <= ${knownAt ?? NEWEST_SEQ})
          order by l.sale_date desc limit 1
        ) last where p.org_id = ${orgId}`;
      return rows[0]?.latest ?? null;
    },
  };
}
