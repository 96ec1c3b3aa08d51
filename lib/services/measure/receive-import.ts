import { z } from "zod";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { AppError } from "@/lib/errors";
import { FileFormat } from "@/lib/import/file-format";
import { ImportKind } from "@/lib/import/import-kind";
import { longCommand } from "../define-service";

const ReceiveImport = z.strictObject({
  kind: ImportKind,
  fileName: z.string().trim().min(1).max(200),
  format: FileFormat.prefault({}),
  onRejected: z.enum(["ask", "load", "discard"]).default("ask"),
  expectedBytes: z.int().min(0).nullable().default(null),
  body: z.custom<AsyncIterable<Uint8Array>>(
    (body) => typeof body === "object" && body !== null && Symbol.asyncIterator in body,
    "a stream of bytes is expected",
  ),
});

/** Takes a file in and queues it; the worker checks and loads it. Returns as soon as the last byte is stored. */
export const receiveImport = longCommand({
  permission: "import.write",
  input: ReceiveImport,
  run: async ({ actor, bulk }, file): Promise<ImportBatch> => {
    const number = await bulk.receiveFile(actor, file);
    const batch = await bulk.read((db) => db.batches.find(number));
    if (batch === null) throw new AppError("internal", `Import ${number} was received and cannot be read.`);
    return batch;
  },
});
