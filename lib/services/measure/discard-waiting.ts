import { BatchRef, type ImportBatch } from "@/lib/contracts/import-batch";
import { AppError } from "@/lib/errors";
import { longCommand } from "../define-service";

/** Ends the waiting of an import's parked rows without loading them. Answers the import, of which nothing waits any more. */
export const discardWaiting = longCommand({
  permission: "import.write",
  input: BatchRef,
  run: async ({ actor, bulk }, { batch: number }): Promise<ImportBatch> => {
    await bulk.discardWaiting(actor, number);
    const batch = await bulk.read((db) => db.batches.find(number));
    if (batch === null) throw new AppError("not_found", `There is no import ${number}.`);
    return batch;
  },
});
