import type { PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import type { FileFormat } from "@/lib/import/file-format";
import type { ImportKind } from "@/lib/import/import-kind";
import type { FileHeader } from "@/lib/import/read-rows";
import { besideTransaction, inTransaction } from "../transaction";
import { claimBatch, clearStaged, setStatus, type WorkBatch, writeTally } from "./batch-work";
import { previewLoad } from "./load-batch";
import { readFile } from "./receive-file";
import { type IncomingRows, stageRows } from "./stage-rows";
import type { Tally } from "./tally";

const PROGRESS_BYTES = 4 * 1024 * 1024;

/** Reads a kind of file; given by the service, since reading files is no business of the database. */
export type RowReader = <Kind extends ImportKind>(kind: Kind, source: AsyncIterable<Uint8Array>, format: FileFormat) => IncomingRows<Kind>;

/**
 * Reads a batch's file and stages its rows, in one transaction: after a crash at any point it simply starts again.
 * Then the batch is `loading` when it may be loaded at once, `ready` when it waits for a person's word because rows were rejected
 * and others are new.
 * @returns the status reached; null when there is nothing to check, or someone else is checking it
 * @throws ImportFileError when the file as a whole cannot be read; nothing is staged then
 */
export async function checkBatch(scope: Scope, number: number, read: RowReader): Promise<string | null> {
  const claimed = await inTransaction(scope, async (client) => {
    const batch = await claimBatch(client, scope, number, ["queued", "checking"]);
    if (batch !== null)
      await client.query("update import_batch set status = 'checking', bytes_done = 0 where org_id = $1 and id = $2", [scope.orgId, batch.id]);
    return batch;
  });
  if (claimed === null) return null;

  return inTransaction(scope, async (client) => {
    // Between the two transactions another worker may have checked it.
    if ((await claimBatch(client, scope, number, ["checking"])) === null) return null;
    let header: FileHeader | null = null;
    const incoming = remember(read(claimed.kind, readFile(scope, claimed.id), claimed.format), (it) => {
      header = it;
    });
    const tally = await stageRows(client, scope, claimed, incoming, progressReporter(scope, claimed.id));
    const status = await nextStatus(client, scope, claimed, tally);
    if (status === "discarded") await clearStaged(client, scope, claimed.id, { withRejected: false });
    await writeTally(client, scope, claimed.id, tally);
    await client.query("update import_batch set header = $3, bytes_done = file_bytes where org_id = $1 and id = $2", [
      scope.orgId,
      claimed.id,
      header === null ? null : JSON.stringify(header),
    ]);
    await setStatus(client, scope, claimed.id, status);
    return status;
  });
}

/** Nobody is asked about a file that has nothing to load: loading it will say why, and changes nothing. */
async function nextStatus(client: PoolClient, scope: Scope, batch: WorkBatch, tally: Tally): Promise<"loading" | "discarded" | "ready"> {
  if (tally.rejected === 0 || batch.onRejected === "load") return "loading";
  if (batch.onRejected === "discard") return "discarded";
  await previewLoad(client, scope, batch, tally);
  return tally.loaded === 0 && tally.unmatched === 0 ? "loading" : "ready";
}

async function* remember<Row extends { readonly header: FileHeader | null }>(
  rows: AsyncIterable<Row>,
  seen: (header: FileHeader | null) => void,
): AsyncGenerator<Row> {
  for await (const row of rows) {
    seen(row.header);
    yield row;
  }
}

/** Shows progress from a transaction of its own, now and then. */
function progressReporter(scope: Scope, batchId: number): (bytes: number) => Promise<void> {
  let done = 0;
  let shown = 0;
  return async (bytes) => {
    done += bytes;
    if (done - shown < PROGRESS_BYTES) return;
    shown = done;
    await besideTransaction(scope, (client) =>
      client.query("update import_batch set bytes_done = $3 where org_id = $1 and id = $2", [scope.orgId, batchId, done]),
    );
  };
}
