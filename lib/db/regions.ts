import type { Scope } from "@/lib/access/actor";
import type { Tx } from "./scope";

export type RegionRow = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Codes from the top of the tree down to this region, which is the last. */
  readonly path: readonly string[];
};

export function regionsRepository(tx: Tx, scope: Scope) {
  return {
    /** By code. */
    async names(): Promise<ReadonlyMap<string, string>> {
      const rows = await tx.region.findMany({ where: { orgId: scope.orgId }, select: { code: true, name: true } });
      return new Map(rows.map(({ code, name }) => [code, name]));
    },

    /** Every region of the organization, parents before children. */
    async listPaths(): Promise<RegionRow[]> {
      return tx.$queryRaw<RegionRow[]>`
        with recursive tree as (
          select r.id, r.code, r.name, array[r.code] as path from region r where r.org_id = ${scope.orgId} and r.parent_id is null
          union all
          select r.id, r.code, r.name, tree.path || r.code from region r join tree on r.parent_id = tree.id where r.org_id = ${scope.orgId}
        )
        select id, code, name, path from tree order by cardinality(path), code collate "C"`;
    },
  };
}
