import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";

/**
 * A replay brings in rows that were stated long before. Ids of the published batches whose rows were stated after those of this
 * replay, and which it therefore may not overrule; none when the batch is not a replay.
 */
export async function batchesStatedLater(client: PoolClient, scope: Scope, batchId: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select later.id from import_batch replay
      join import_batch origin on origin.org_id = replay.org_id and origin.id = replay.replay_of_id
      join import_batch later on later.org_id = replay.org_id and later.kind = replay.kind and later.seq is not null
      left join import_batch stated on stated.org_id = later.org_id and stated.id = later.replay_of_id
      where replay.org_id = $1 and replay.id = $2 and coalesce(stated.seq, later.seq) > origin.seq`,
    [scope.orgId, batchId],
  );
  return rows.map((row) => row.id);
}
