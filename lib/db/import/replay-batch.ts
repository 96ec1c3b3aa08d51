import type { PoolClient } from "pg";
import type { Actor, Scope } from "@/lib/access/actor";
import { nextNumber } from "../counter";
import { type WorkBatch, writeTally } from "./batch-work";
import type { BatchOutcome } from "./fail-batch";
import { publishBatch } from "./load-batch";
import type { Tally } from "./tally";

/**
 * A batch of its own for parked rows that wait no more, so that it becomes known under a sequence of its own, and the batch that
 * parked them stays as it was published.
 */
export async function createReplay(
  client: PoolClient,
  scope: Scope,
  actor: Actor,
  origin: WorkBatch,
  outcome: BatchOutcome | null = null,
): Promise<WorkBatch> {
  const number = await nextNumber(client, scope, "batch");
  const { rows } = await client.query<{ id: number }>(
    `insert into import_batch (org_id, number, kind, origin, replay_of_id, file_name, format, on_rejected, status, outcome, created_by)
     values ($1, $2, $3, 'replay', $4, $5, $6, 'load', 'loading', $7, $8) returning id`,
    [
      scope.orgId,
      number,
      origin.kind,
      origin.id,
      origin.fileName,
      JSON.stringify(origin.format),
      outcome === null ? null : JSON.stringify(outcome),
      actor.name,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("the replay batch could not be created");
  return { ...origin, id, number, origin: "replay", status: "loading", createdBy: actor.name };
}

/** Ends the waiting of these lines with the replay, and publishes it. */
export async function publishReplay(
  client: PoolClient,
  scope: Scope,
  actor: Actor,
  {
    origin,
    replay,
    lines,
    tally,
  }: { readonly origin: WorkBatch; readonly replay: WorkBatch; readonly lines: readonly number[]; readonly tally: Tally },
): Promise<void> {
  await writeTally(client, scope, replay.id, tally);
  await client.query("update import_unmatched_row set replayed_batch_id = $3 where org_id = $1 and batch_id = $2 and line = any($4)", [
    scope.orgId,
    origin.id,
    replay.id,
    lines,
  ]);
  await publishBatch(client, scope, actor, replay);
}
