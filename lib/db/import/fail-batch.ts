import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import { inTransaction } from "../transaction";
import { clearStaged, findBatch, lockBatch } from "./batch-work";

/** Why a batch ended without being published; `message` says what is wrong and how to mend it. */
export type BatchOutcome = { readonly code: string; readonly message: string; readonly line?: number | null };

export async function endBatch(
  client: PoolClient,
  scope: Scope,
  batchId: number,
  status: "unchanged" | "failed",
  outcome: BatchOutcome,
): Promise<void> {
  await client.query("update import_batch set status = $3, outcome = $4 where org_id = $1 and id = $2", [
    scope.orgId,
    batchId,
    status,
    JSON.stringify(outcome),
  ]);
}

/** Ends a batch that cannot be loaded. Nothing of it stays but the file, its rejected rows and the reason. */
export async function failBatch(scope: Scope, number: number, outcome: BatchOutcome): Promise<void> {
  await inTransaction(scope, async (client) => {
    // Whoever else is at it will see for itself.
    if (!(await lockBatch(client, scope, number))) return;
    const batch = await findBatch(client, scope, number);
    if (batch !== null && !["published", "unchanged", "discarded"].includes(batch.status)) await endFailed(client, scope, batch, outcome);
  });
}

/** The same within the caller's transaction. */
export async function endFailed(client: PoolClient, scope: Scope, batch: { readonly id: number }, outcome: BatchOutcome): Promise<void> {
  await clearStaged(client, scope, batch.id, { withRejected: false });
  await endBatch(client, scope, batch.id, "failed", outcome);
}
