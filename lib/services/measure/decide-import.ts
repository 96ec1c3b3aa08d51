import { DecideImport, type ImportBatch } from "@/lib/contracts/import-batch";
import { AppError } from "@/lib/errors";
import { longCommand } from "../define-service";

/** The person's word on an import with rejected rows: load the good rows, or nothing. Loading goes on in the worker. */
export const decideImport = longCommand({
  permission: "import.write",
  input: DecideImport,
  run: async ({ actor, bulk }, { batch: number, decision }): Promise<ImportBatch> => {
    await bulk.decideBatch(actor, number, decision);
    const batch = await bulk.read((db) => db.batches.find(number));
    if (batch === null) throw new AppError("not_found", `There is no import ${number}.`);
    return batch;
  },
});
