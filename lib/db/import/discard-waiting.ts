import type { Actor, Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { appendAudit } from "../audit";
import { lockCounter } from "../counter";
import { inTransaction } from "../transaction";
import { claimBatch, findBatch } from "./batch-work";
import { createReplay, publishReplay } from "./replay-batch";
import { emptyTally } from "./tally";

/**
 * A person's word that the parked rows of a batch are not to be loaded any more. They become known as ignored, under a sequence of
 * their own: what a run as known before saw of them stays.
 * @returns the number of the batch that records it
 * @throws AppError not_found without such a batch, conflict when nothing of it waits or someone else is at it
 */
export async function discardWaiting(scope: Scope, actor: Actor, number: number): Promise<number> {
  return inTransaction(scope, async (client) => {
    if ((await findBatch(client, scope, number)) === null) throw new AppError("not_found", `There is no import ${number}.`);
    const origin = await claimBatch(client, scope, number, ["published"]);
    if (origin === null) throw new AppError("conflict", `Import ${number} is not loaded, or somebody is at it now. Reload and look again.`);
    await lockCounter(client, scope, "seq"); // a load under way may settle what waits
    const { rows } = await client.query<{ line: number }>(
      "select line from import_unmatched_row where org_id = $1 and batch_id = $2 and replayed_batch_id is null order by line",
      [scope.orgId, origin.id],
    );
    if (rows.length === 0) throw new AppError("conflict", `No row of import ${number} waits any more. Reload to see what became of them.`);

    const outcome = { code: "waiting_discarded", message: `${actor.name} discarded the rows of import ${number} that still waited.` };
    const replay = await createReplay(client, scope, actor, origin, outcome);
    const tally = { ...emptyTally(false), read: rows.length, ignored: rows.length };
    await publishReplay(client, scope, actor, { origin, replay, lines: rows.map(({ line }) => line), tally });
    await appendAudit(client, scope, actor, { action: "import.discard_waiting", target: `import ${number}`, detail: { rows: rows.length } });
    return replay.number;
  });
}
