import type { Actor, Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { appendAudit } from "../audit";
import { enqueueImport } from "../job-queue";
import { inTransaction } from "../transaction";
import { clearStaged, findBatch } from "./batch-work";

/** A person's word on a batch with rejected rows: load the good rows, or nothing. */
export async function decideBatch(scope: Scope, actor: Actor, number: number, decision: "load" | "discard"): Promise<void> {
  await inTransaction(scope, async (client) => {
    const batch = await findBatch(client, scope, number);
    if (batch === null) throw new AppError("not_found", `There is no import ${number}.`);
    // Conditional, so that of two people deciding at once one is told.
    const decided = await client.query("update import_batch set status = $3, decided_by = $4 where org_id = $1 and id = $2 and status = 'ready'", [
      scope.orgId,
      batch.id,
      decision === "load" ? "loading" : "discarded",
      actor.name,
    ]);
    if (decided.rowCount !== 1) {
      // Read again: who decided first may have done so after `batch` was read.
      const status = (await findBatch(client, scope, number))?.status;
      throw new AppError("conflict", `Import ${number} is not waiting for a decision: it is ${status}. Look at it again to see who decided.`, {
        status,
      });
    }
    if (decision === "discard") await clearStaged(client, scope, batch.id, { withRejected: false });
    await appendAudit(client, scope, actor, { action: `import.${decision}`, target: `import ${number}` });
    if (decision === "load") await enqueueImport(client, { orgId: scope.orgId, batch: number });
  });
}
