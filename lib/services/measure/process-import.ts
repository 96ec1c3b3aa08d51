import { BatchRef, type ImportBatch } from "@/lib/contracts/import-batch";
import type { BulkDb } from "@/lib/db/bulk";
import { AppError } from "@/lib/errors";
import { ImportFileError } from "@/lib/import/import-file-error";
import { readRows } from "@/lib/import/read-rows";
import { longCommand } from "../define-service";

/** What may unlock rows that wait for it. */
const UNLOCKING: readonly ImportBatch["kind"][] = ["regions", "products", "partners"];

/**
 * Takes an import as far as it goes without a person: checks it, loads it, replays the rows it made known. Safe to call again
 * at any point, by anyone, after any crash: each step is one transaction, and a step that is done is not done again.
 */
export const processImport = longCommand({
  permission: "import.write",
  input: BatchRef,
  run: async ({ actor, bulk }, { batch: number }): Promise<ImportBatch> => {
    await bulk.failAbandonedUpload(number);
    await orFail(bulk, number, () => bulk.checkBatch(number, readRows));
    await orFail(bulk, number, () => bulk.loadBatch(actor, number));
    const batch = await bulk.read((db) => db.batches.find(number));
    if (batch === null) throw new AppError("not_found", `There is no import ${number}.`);
    // What its own rows wait for may have become known between their check and now.
    if (batch.status === "published" && (UNLOCKING.includes(batch.kind) || batch.waiting > 0)) await bulk.replayWaiting(actor);
    return batch;
  },
});

/** Ends the import when the file itself is at fault; any other error may pass, and the step is tried again. */
async function orFail(bulk: BulkDb, number: number, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (error instanceof ImportFileError) await bulk.failBatch(number, { code: error.code, message: error.message, line: error.line });
    else if (error instanceof RangeError) await bulk.failBatch(number, { code: "out_of_range", message: error.message });
    else if (error instanceof AppError && error.code === "conflict") await bulk.failBatch(number, { code: "conflict", message: error.message });
    else throw error;
  }
}
