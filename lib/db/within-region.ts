import type { Scope } from "@/lib/access/actor";
import { Prisma } from "./generated/prisma/client";

/** The codes of a region and of all below it, in the tree as it is now, for `in`. */
export function withinRegion({ orgId }: Scope, code: string): Prisma.Sql {
  return Prisma.sql`(
    with recursive below as (
      select id, code from region where org_id = ${orgId} and code = ${code}
      union all select r.id, r.code from region r join below on r.parent_id = below.id where r.org_id = ${orgId}
    ) select code from below)`;
}
