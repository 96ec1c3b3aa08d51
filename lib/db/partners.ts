import type { Scope } from "@/lib/access/actor";
import type { Ref } from "@/lib/contracts/page";
import type { Partner } from "@/lib/contracts/partner";
import { Prisma } from "./generated/prisma/client";
import { toIsoDate } from "./rows";
import type { Tx } from "./scope";

type Row = {
  id: number;
  code: string;
  name: string;
  regionCode: string;
  regionName: string;
  type: string | null;
  enrolledOn: Date | null;
  attributes: Partner["attributes"];
};

export function partnersRepository(tx: Tx, scope: Scope) {
  const own = scope.partnerId === null ? Prisma.empty : Prisma.sql`and p.id = ${scope.partnerId}`;
  const select = Prisma.sql`
    select p.id, p.code, p.name, r.code as "regionCode", r.name as "regionName", p.type, p.enrolled_on as "enrolledOn", p.attributes
    from partner p join region r on r.org_id = p.org_id and r.id = p.region_id
    where p.org_id = ${scope.orgId} ${own}`;

  return {
    /** Partners by code, after the code `after`; those whose code or name contains `search` (any case) when given. */
    async list(filter: { search: string | null; after: string | null; limit: number }): Promise<Partner[]> {
      const after = filter.after === null ? Prisma.empty : Prisma.sql`and p.code > ${filter.after}`;
      // strpos, not LIKE: a % or _ that someone types is a character like any other.
      const search =
        filter.search === null
          ? Prisma.empty
          : Prisma.sql`and (strpos(lower(p.code), lower(${filter.search})) > 0 or strpos(lower(p.name), lower(${filter.search})) > 0)`;
      const rows = await tx.$queryRaw<Row[]>`${select} ${after} ${search} order by p.code limit ${filter.limit}`;
      return rows.map(toPartner);
    },
    /** The partner of this code; null when there is none in the scope. */
    async find(code: string): Promise<Partner | null> {
      const [row] = await tx.$queryRaw<Row[]>`${select} and p.code = ${code}`;
      return row === undefined ? null : toPartner(row);
    },
    /** The one partner that the scope is narrowed to; null for staff. */
    async own(): Promise<Ref | null> {
      if (scope.partnerId === null) return null;
      const [row] = await tx.$queryRaw<Ref[]>`select p.code, p.name from partner p where p.org_id = ${scope.orgId} ${own}`;
      return row ?? null;
    },
    /** The internal id of the partner of this code; null when there is none in the scope. */
    async idOf(code: string): Promise<number | null> {
      const [row] = await tx.$queryRaw<{ id: number }[]>`select p.id from partner p where p.org_id = ${scope.orgId} and p.code = ${code} ${own}`;
      return row?.id ?? null;
    },
  };
}

function toPartner(row: Row): Partner {
  return {
    code: row.code,
    name: row.name,
    region: { code: row.regionCode, name: row.regionName },
    type: row.type,
    enrolledOn: row.enrolledOn === null ? null : toIsoDate(row.enrolledOn),
    attributes: row.attributes,
  };
}
