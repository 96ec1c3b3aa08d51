import type { Scope } from "@/lib/access/actor";
import { enqueueImport } from "../job-queue";
import { inTransaction } from "../transaction";
import { claimBatch, findBatch } from "./batch-work";
import { failBatch } from "./fail-batch";

/** Ends a batch whose upload died with its process; one that still arrives is looked at again later. */
export async function failAbandonedUpload(scope: Scope, number: number): Promise<void> {
  const abandoned = await inTransaction(scope, async (client) => {
    const batch = await findBatch(client, scope, number);
    if (batch?.status !== "receiving") return false;
    if (await claimBatch(client, scope, batch.number)) return true;
    await enqueueImport(client, { orgId: scope.orgId, batch: number }, ABANDONED_AFTER_SECONDS);
    return false;
  });
  if (abandoned) await failBatch(scope, number, { code: "upload_broken", message: "The upload did not arrive whole. Nothing was kept; send the file again." });
}

/** How long after its first byte an upload is looked at. */
export const ABANDONED_AFTER_SECONDS = 600;
