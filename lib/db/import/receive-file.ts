import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { PoolClient } from "pg";
import type { Actor, Scope } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import type { FileFormat } from "@/lib/import/file-format";
import type { ImportKind } from "@/lib/import/import-kind";
import { appendAudit } from "../audit";
import { nextNumber } from "../counter";
import { enqueueImport } from "../job-queue";
import { besideTransaction, inTransaction } from "../transaction";
import { ABANDONED_AFTER_SECONDS } from "./abandoned-upload";
import { lockBatch } from "./batch-work";
import { type BatchOutcome, failBatch } from "./fail-batch";

const MAX_FILE_BYTES = 4 * 1024 ** 3;
/** A file of some gigabytes is many thousand chunks; each reading of them is a transaction of its own. */
const CHUNKS_AT_ONCE = 8;

export type ReceivedFile = {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly format: FileFormat;
  readonly onRejected: "ask" | "load" | "discard";
  /** What the sender said the file's size is; null when it did not. */
  readonly expectedBytes: number | null;
  readonly body: AsyncIterable<Uint8Array>;
};

/**
 * Stores a file as it streams in, compressed, and queues it. A broken upload keeps nothing of the file and becomes a failed batch.
 * The very file again, read the same way, becomes a batch that says so and changes nothing.
 * @returns the batch's number
 */
export async function receiveFile(scope: Scope, actor: Actor, file: ReceivedFile): Promise<number> {
  const batch = await announce(scope, actor, file);
  try {
    await inTransaction(scope, async (client) => {
      const { bytes, sha256 } = await store(client, scope, batch, file.body);
      if (file.expectedBytes !== null && file.expectedBytes !== bytes) {
        throw new AppError(
          "invalid_input",
          `The upload broke off: ${bytes} of ${file.expectedBytes} bytes arrived. Nothing was kept; send the file again.`,
        );
      }
      const earlier = await sameFile(client, scope, file, sha256);
      const outcome =
        earlier === null
          ? null
          : { code: "same_file", message: `This very file was imported as import ${earlier}. Nothing was changed.`, batch: earlier };
      await client.query("update import_batch set status = $3, file_sha256 = $4, file_bytes = $5, outcome = $6 where org_id = $1 and id = $2", [
        scope.orgId,
        batch.id,
        earlier === null ? "queued" : "unchanged",
        sha256,
        bytes,
        outcome === null ? null : JSON.stringify(outcome),
      ]);
      await appendAudit(client, scope, actor, {
        action: "import.receive",
        target: `import ${batch.number}`,
        detail: { kind: file.kind, fileName: file.fileName, bytes, sha256 },
      });
      if (earlier === null) await enqueueImport(client, { orgId: scope.orgId, batch: batch.number });
    });
  } catch (error) {
    await failBatch(scope, batch.number, brokenUpload(error));
    throw error;
  }
  return batch.number;
}

function brokenUpload(error: unknown): BatchOutcome {
  if (error instanceof AppError) return { code: error.code === "too_large" ? "too_large" : "upload_broken", message: error.message };
  return { code: "upload_broken", message: "The upload did not arrive whole. Nothing was kept; send the file again." };
}

/** The batch is seen from its first byte on; in a transaction of its own, so that a slow upload holds up nobody's numbers. */
async function announce(scope: Scope, actor: Actor, file: ReceivedFile): Promise<{ id: number; number: number }> {
  return inTransaction(scope, async (client) => {
    const number = await nextNumber(client, scope, "batch");
    const inserted = await client.query<{ id: number }>(
      `insert into import_batch (org_id, number, kind, file_name, format, on_rejected, status, created_by) values ($1, $2, $3, $4, $5, $6, 'receiving', $7) returning id`,
      [scope.orgId, number, file.kind, file.fileName, JSON.stringify(file.format), file.onRejected, actor.name],
    );
    const id = inserted.rows[0]?.id;
    if (id === undefined) throw new Error("the import batch could not be created");
    await enqueueImport(client, { orgId: scope.orgId, batch: number }, ABANDONED_AFTER_SECONDS);
    return { id, number };
  });
}

async function store(
  client: PoolClient,
  scope: Scope,
  batch: { readonly id: number; readonly number: number },
  body: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  // Held while the upload lives, so that a batch left behind by a dead process can be told from one still arriving.
  await lockBatch(client, scope, batch.number);
  const hash = createHash("sha256");
  let bytes = 0;
  let n = 0;
  async function* counted() {
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) throw new AppError("too_large", "The file is larger than 4 GB. Split it by month and upload the parts.");
      yield chunk;
    }
  }
  await pipeline(
    Readable.from(counted(), { objectMode: true }),
    createGzip({ level: 1, chunkSize: 256 * 1024 }),
    async (compressed: AsyncIterable<Buffer>) => {
      for await (const data of compressed)
        await client.query("insert into import_chunk (org_id, batch_id, n, data) values ($1, $2, $3, $4)", [scope.orgId, batch.id, n++, data]);
    },
  );
  return { bytes, sha256: hash.digest("hex") };
}

/** The number of the published batch that brought the same bytes, read the same way. */
async function sameFile(client: PoolClient, scope: Scope, file: ReceivedFile, sha256: string): Promise<number | null> {
  const same = await client.query<{ number: number }>(
    `select number from import_batch where org_id = $1 and kind = $2 and file_sha256 = $3 and format = $4::jsonb and status = 'published' order by seq desc limit 1`,
    [scope.orgId, file.kind, sha256, JSON.stringify(file.format)],
  );
  return same.rows[0]?.number ?? null;
}

/** The bytes of a batch's file, as they were received. */
export function readFile(scope: Scope, batchId: number): AsyncIterable<Uint8Array> {
  const compressed = async function* () {
    for (let from = 0; ; from += CHUNKS_AT_ONCE) {
      const { rows } = await besideTransaction(scope, (client) =>
        client.query<{ data: Buffer }>("select data from import_chunk where org_id = $1 and batch_id = $2 and n >= $3 and n < $4 order by n", [
          scope.orgId,
          batchId,
          from,
          from + CHUNKS_AT_ONCE,
        ]),
      );
      if (rows.length === 0) return;
      for (const { data } of rows) yield data;
    }
  };
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // An error on either side ends both, and reaches the reader through the stream that is read.
  pipeline(Readable.from(compressed(), { objectMode: true }), gunzip).catch(() => undefined);
  return gunzip;
}
