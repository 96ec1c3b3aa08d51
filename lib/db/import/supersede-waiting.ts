import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import type { WorkBatch } from "./batch-work";
import { withoutLoops } from "./without-loops";

/**
 * Rows that a batch parks and that wait already, word for word, from an earlier batch then wait in this one alone: it is their last
 * statement, and a file that is sent again and again does not wait again and again. Where the earlier batch has more of a row than this
 * one, both keep theirs, and their replays pair them in order, as they do with sales.
 */
export async function supersedeWaiting(client: PoolClient, scope: Scope, batch: Pick<WorkBatch, "id" | "kind">): Promise<void> {
  await withoutLoops(client, () =>
    client.query(
      `with stated as (select row, count(*) as times from import_unmatched_row where org_id = $1 and batch_id = $2 group by row),
       waiting as (
         select u.batch_id, u.row, count(*) as times from import_unmatched_row u
         join import_batch b on b.org_id = u.org_id and b.id = u.batch_id and b.kind = $3 and b.seq is not null
         where u.org_id = $1 and u.replayed_batch_id is null group by u.batch_id, u.row)
       update import_unmatched_row u set replayed_batch_id = $2 from waiting join stated using (row)
       where waiting.times <= stated.times and u.org_id = $1 and u.batch_id = waiting.batch_id and u.row = waiting.row and u.replayed_batch_id is null`,
      [scope.orgId, batch.id, batch.kind],
    ),
  );
}
