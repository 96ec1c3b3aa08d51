import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import type { FileFormat } from "@/lib/import/file-format";
import type { ImportKind } from "@/lib/import/import-kind";
import type { Tally } from "./tally";

/** A batch as the bulk paths need it. */
export type WorkBatch = {
  readonly id: number;
  readonly number: number;
  readonly kind: ImportKind;
  readonly origin: "file" | "replay";
  readonly status: string;
  readonly format: FileFormat;
  readonly onRejected: "ask" | "load" | "discard";
  readonly fileName: string;
  readonly createdBy: string;
};

export async function findBatch(client: PoolClient, scope: Scope, number: number): Promise<WorkBatch | null> {
  const { rows } = await client.query<WorkBatch>(
    `select id, number, kind, origin, status, format, on_rejected as "onRejected", file_name as "fileName", created_by as "createdBy" from import_batch where org_id = $1 and number = $2`,
    [scope.orgId, number],
  );
  return rows[0] ?? null;
}

/**
 * Makes this transaction the only one that works on the batch. The database gives the lock back when the transaction ends in any
 * way, the death of this process included. False: someone else is at it.
 */
export async function lockBatch(client: PoolClient, scope: Scope, number: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_xact_lock($1, $2) as locked", [scope.orgId, number]);
  return rows[0]?.locked === true;
}

/**
 * The batch, locked for this transaction; null when someone else is at it, or when it is in none of these states. The state is
 * read under the lock, since the holder before may have taken the batch further.
 */
export async function claimBatch(client: PoolClient, scope: Scope, number: number, statuses: readonly string[]): Promise<WorkBatch | null> {
  if (!(await lockBatch(client, scope, number))) return null;
  const batch = await findBatch(client, scope, number);
  return batch !== null && statuses.includes(batch.status) ? batch : null;
}

export async function writeTally(client: PoolClient, scope: Scope, batchId: number, tally: Tally): Promise<void> {
  await client.query(
    `update import_batch set rows_read = $3, rows_loaded = $4, rows_unchanged = $5, rows_duplicate = $6, rows_rejected = $7, rows_unmatched = $8, rows_ignored = $9,
       rows_corrected = $10, amounts = $11 where org_id = $1 and id = $2`,
    [
      scope.orgId,
      batchId,
      tally.read,
      tally.loaded,
      tally.unchanged,
      tally.duplicate,
      tally.rejected,
      tally.unmatched,
      tally.ignored,
      tally.corrected,
      JSON.stringify(tally.amounts ?? {}),
    ],
  );
}

export async function readTally(client: PoolClient, scope: Scope, batchId: number): Promise<Tally> {
  const { rows } = await client.query<Omit<Tally, "amounts"> & { amounts: Tally["amounts"] | Record<string, never> }>(
    `select rows_read as read, rows_loaded as loaded, rows_unchanged as unchanged, rows_duplicate as duplicate, rows_rejected as rejected, rows_unmatched as unmatched,
       rows_ignored as ignored, rows_corrected as corrected, amounts from import_batch where org_id = $1 and id = $2`,
    [scope.orgId, batchId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`import batch ${batchId} does not exist`);
  return { ...row, amounts: row.amounts !== null && "read" in row.amounts ? (row.amounts as Tally["amounts"]) : null };
}

export async function setStatus(client: PoolClient, scope: Scope, batchId: number, status: string): Promise<void> {
  await client.query("update import_batch set status = $3 where org_id = $1 and id = $2", [scope.orgId, batchId, status]);
}

/** Takes back whatever the batch has staged; its rejected rows stay for the download. */
export async function clearStaged(
  client: PoolClient,
  scope: Scope,
  batchId: number,
  { withRejected }: { readonly withRejected: boolean },
): Promise<void> {
  const tables = [
    "pos_line",
    "opportunity",
    "certification",
    "observation",
    "import_staged_row",
    "import_unmatched_row",
    ...(withRejected ? ["import_rejected_row"] : []),
  ];
  for (const table of tables) await client.query(`delete from ${table} where org_id = $1 and batch_id = $2`, [scope.orgId, batchId]);
}
