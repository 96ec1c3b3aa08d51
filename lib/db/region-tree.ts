import type { Scope } from "@/lib/access/actor";
import type { Region } from "@/lib/contracts/region";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

type Row = Omit<Region, "parent"> & { readonly parentCode: string | null; readonly parentName: string | null };

/** What still refers to a region, and so keeps it: figures of what lies in it, and whether sales do. */
export type RegionUse = { readonly regions: number; readonly partners: number; readonly sales: boolean };

export function regionTreeRepository(tx: Tx, scope: Scope) {
  const { orgId } = scope;
  const tree = Prisma.sql`
    with recursive tree as (
      select r.id, r.code, r.name, r.weight, r.parent_id, array[r.code] as path from region r where r.org_id = ${orgId} and r.parent_id is null
      union all
      select r.id, r.code, r.name, r.weight, r.parent_id, tree.path || r.code from region r join tree on r.parent_id = tree.id where r.org_id = ${orgId}
    )`;
  const matching = (search: string | undefined) =>
    search === undefined
      ? Prisma.empty
      : Prisma.sql`where strpos(lower(t.code), lower(${search})) > 0 or strpos(lower(t.name), lower(${search})) > 0`;
  const select = Prisma.sql`
    select t.code, t.name, t.weight::float8 as weight, p.code as "parentCode", p.name as "parentName", cardinality(t.path) - 1 as depth,
      (select count(*) from partner x where x.org_id = ${orgId} and x.region_id = t.id)::int as partners,
      (select count(*) from region c where c.org_id = ${orgId} and c.parent_id = t.id)::int as regions
    from tree t left join region p on p.org_id = ${orgId} and p.id = t.parent_id`;

  return {
    /** Regions in the order of the tree, each after the one it lies in. */
    async list(search: string | undefined, { offset, limit }: { offset: number; limit: number }): Promise<Region[]> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<Row[]>`${tree} ${select} ${matching(search)} order by t.path collate "C" limit ${limit} offset ${offset}`;
      return rows.map(toRegion);
    },
    async count(search: string | undefined): Promise<number> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<{ total: number }[]>`${tree} select count(*)::int as total from tree t ${matching(search)}`;
      return row?.total ?? 0;
    },
    async find(code: string): Promise<Region | null> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<Row[]>`${tree} ${select} where t.code = ${code}`;
      return row === undefined ? null : toRegion(row);
    },
    /**
     * Holds the number that every load of an import takes, until the transaction ends: nothing else changes the tree or brings sales into
     * a region meanwhile.
     */
    async lock(): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`insert into org_counter (org_id, name) values (${orgId}, 'seq') on conflict do nothing`;
      await tx.$queryRaw`select value from org_counter where org_id = ${orgId} and name = 'seq' for update`;
    },
    /** Whether `code` lies in `ancestor`, or is it. */
    async liesWithin(code: string, ancestor: string): Promise<boolean> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<
        { within: boolean }[]
      >`${tree} select exists (select from tree where code = ${code} and ${ancestor} = any (path)) as within`;
      return row?.within ?? false;
    },
    /** @throws AppError conflict when the code is taken */
    async create(region: { code: string; name: string; parent: string | null; weight: number | null }): Promise<void> {
      staffOnly(scope);
      await tx.region.create({ data: { orgId, code: region.code, name: region.name, weight: region.weight, parentId: await idOf(region.parent) } });
    },
    async update(code: string, change: { name: string; parent: string | null; weight: number | null }): Promise<void> {
      staffOnly(scope);
      await tx.region.update({
        where: { orgId_code: { orgId, code } },
        data: { name: change.name, weight: change.weight, parentId: await idOf(change.parent) },
      });
    },
    async use(code: string): Promise<RegionUse> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<RegionUse[]>`
        select (select count(*) from region c where c.org_id = ${orgId} and c.parent_id = r.id)::int as regions,
          (select count(*) from partner p where p.org_id = ${orgId} and p.region_id = r.id)::int as partners,
          exists (select from pos_month m where m.org_id = ${orgId} and m.region_id = r.id) as sales
        from region r where r.org_id = ${orgId} and r.code = ${code}`;
      return row ?? { regions: 0, partners: 0, sales: false };
    },
    /** Whether an import is on its way that may refer to any region. */
    async isImportUnderWay(): Promise<boolean> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<{ moving: boolean }[]>`
        select exists (select from import_batch where org_id = ${orgId} and status in ('receiving', 'queued', 'checking', 'ready', 'loading')) as moving`;
      return row?.moving ?? false;
    },
    /** @throws AppError conflict when something else refers to it */
    async remove(code: string): Promise<void> {
      staffOnly(scope);
      await tx.region.delete({ where: { orgId_code: { orgId, code } } });
    },
  };

  async function idOf(code: string | null): Promise<number | null> {
    if (code === null) return null;
    return (await tx.region.findUniqueOrThrow({ where: { orgId_code: { orgId, code } }, select: { id: true } })).id;
  }
}

function toRegion({ parentCode, parentName, ...row }: Row): Region {
  return { ...row, parent: parentCode === null || parentName === null ? null : { code: parentCode, name: parentName } };
}
