import type { Scope } from "@/lib/access/actor";
import { enqueueImport } from "../job-queue";
import { inTransaction } from "../transaction";
import { findBatch, lockBatch } from "./batch-work";
import { endFailed } from "./fail-batch";

/** How long after its first byte an upload is looked at. */
export const ABANDONED_AFTER_SECONDS = 600;

/** Ends a batch whose upload died with its process; one that still arrives is looked at again later. */
export async function failAbandonedUpload(scope: Scope, number: number): Promise<void> {
  await inTransaction(scope, async (client) => {
    // An upload holds the lock to its end: locked first and read then, the batch is `receiving` only if nobody receives it.
    const abandoned = await lockBatch(client, scope, number);
    const batch = await findBatch(client, scope, number);
    if (batch?.status !== "receiving") return;
    if (abandoned)
      await endFailed(client, scope, batch, {
        code: "upload_broken",
        message: "The upload did not arrive whole. Nothing was kept; send the file again.",
      });
    else await enqueueImport(client, { orgId: scope.orgId, batch: number }, ABANDONED_AFTER_SECONDS);
  });
}
