import { BatchRef, type ImportBatch } from "@/lib/contracts/import-batch";
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
    try {
      await bulk.checkBatch(number, readRows);
    } catch (error) {
      if (!(error instanceof ImportFileError) && !(error instanceof RangeError)) throw error;
      const code = error instanceof ImportFileError ? error.code : "out_of_range";
      await bulk.failBatch(number, { code, message: error.message, line: error instanceof ImportFileError ? error.line : null });
    }
    await bulk.loadBatch(actor, number);
    const batch = await bulk.read((db) => db.batches.find(number));
    if (batch === null) throw new AppError("not_found", `There is no import ${number}.`);
    if (batch.status === "published" && UNLOCKING.includes(batch.kind)) await bulk.replayWaiting(actor);
    return batch;
  },
});
