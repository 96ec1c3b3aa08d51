import type { Scope } from "@/lib/access/actor";
import { setScope, type Tx } from "../scope";

/**
 * Ids of the partner's opportunity versions that a later known version follows. The later one may be another partner's, since
 * opportunities change hands: this one statement looks past a partner user's own rows, which row-level security would hide, and
 * tells nothing of them but that they exist.
 */
export async function replacedOpportunities(tx: Tx, scope: Scope, partnerId: number, knownAt: number): Promise<string[]> {
  await setScope(tx, { orgId: scope.orgId, partnerId: null });
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select v.id::text as id from opportunity v join import_batch b on b.org_id = v.org_id and b.id = v.batch_id
    where v.org_id = ${scope.orgId} and v.partner_id = ${partnerId} and exists (
      select from opportunity later join import_batch lb on lb.org_id = later.org_id and lb.id = later.batch_id
      where later.org_id = v.org_id and later.code = v.code and lb.seq <= ${knownAt} and (lb.seq, later.id) > (b.seq, v.id))`;
  await setScope(tx, scope);
  return rows.map(({ id }) => id);
}
