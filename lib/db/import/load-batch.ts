import type { PoolClient } from "pg";
import type { Actor, Scope } from "@/lib/access/actor";
import { appendAudit } from "../audit";
import { nextNumber } from "../counter";
import { inTransaction } from "../transaction";
import { claimBatch, readTally, type WorkBatch, writeTally } from "./batch-work";
import { type BatchOutcome, endBatch } from "./fail-batch";
import { loadMasterData } from "./load-master-data";
import { loadPos } from "./load-pos";
import { loadVersions } from "./load-versions";
import { supersedeWaiting } from "./supersede-waiting";
import { forgetPreview, type Tally } from "./tally";

type Loaded = "published" | "unchanged" | "failed";

/**
 * Makes a staged batch count: gives it the next sequence, settles what is already known, and publishes it with its audit event,
 * in one transaction. Loads of one organization follow each other, since each takes the number after the one before.
 * @returns the status reached (`published`; `unchanged` when every readable row was known already; `failed` when no row can be
 * read); null when there is nothing to load, or someone else is loading it
 */
export async function loadBatch(scope: Scope, actor: Actor, number: number): Promise<Loaded | null> {
  return inTransaction(scope, async (client) => {
    const batch = await claimBatch(client, scope, number, ["loading"]);
    return batch === null ? null : publishBatch(client, scope, actor, batch);
  });
}

/** The loading of a claimed batch, within the caller's transaction. */
export async function publishBatch(client: PoolClient, scope: Scope, actor: Actor, batch: WorkBatch): Promise<Loaded> {
  const tally = await readTally(client, scope, batch.id);
  forgetPreview(tally);
  const seq = await nextNumber(client, scope, "seq");
  await settle(client, scope, batch, tally);
  await client.query("delete from import_staged_row where org_id = $1 and batch_id = $2", [scope.orgId, batch.id]);
  await writeTally(client, scope, batch.id, tally);
  // A replay that brings nothing new still becomes known: from its sequence on, its rows no longer wait.
  if (batch.origin === "file" && tally.loaded === 0 && tally.unmatched === 0) {
    await client.query("update org_counter set value = value - 1 where org_id = $1 and name = 'seq'", [scope.orgId]);
    const ended = tally.rejected > 0 && tally.rejected + tally.ignored === tally.read ? "failed" : "unchanged";
    await endBatch(client, scope, batch.id, ended, ended === "failed" ? NOTHING_READABLE : NOTHING_NEW);
    return ended;
  }
  await client.query(
    "update import_batch set status = 'published', seq = $3, published_at = now(), decided_by = coalesce(decided_by, $4) where org_id = $1 and id = $2",
    [scope.orgId, batch.id, seq, batch.createdBy],
  );
  const { amounts, ...rows } = tally;
  await appendAudit(client, scope, actor, {
    action: "import.publish",
    target: `import ${batch.number}`,
    detail: { seq, kind: batch.kind, rows, amounts: amounts ?? {}, requestedBy: batch.createdBy },
  });
  return "published";
}

/**
 * What loading a checked batch would make of its rows now, so that a person who is asked knows how many are new. Within the caller's
 * transaction; takes everything back but the figures in `tally`.
 */
export async function previewLoad(client: PoolClient, scope: Scope, batch: WorkBatch, tally: Tally): Promise<void> {
  await client.query("savepoint preview");
  await nextNumber(client, scope, "seq"); // waits for a load under way, which may bring what this batch repeats
  await settle(client, scope, batch, tally);
  await client.query("rollback to savepoint preview");
}

const NOTHING_NEW: BatchOutcome = { code: "nothing_new", message: "Every row that could be read is known already. Nothing was changed." };
const NOTHING_READABLE: BatchOutcome = {
  code: "nothing_readable",
  message:
    "No row can be read. The rejected rows say why: mend them, or where all are wrong in the same way, state how the file writes its dates and numbers, and send it again.",
};

async function settle(client: PoolClient, scope: Scope, batch: WorkBatch, tally: Tally): Promise<void> {
  if (batch.origin === "file" && tally.unmatched > 0) await supersedeWaiting(client, scope, batch);
  switch (batch.kind) {
    case "pos":
      return loadPos(client, scope, batch.id, tally);
    case "opportunities":
    case "certifications":
    case "observations":
    case "potentials":
      return loadVersions(client, scope, batch.id, batch.kind, tally);
    default:
      return loadMasterData(client, scope, batch.id, batch.kind, tally);
  }
}
