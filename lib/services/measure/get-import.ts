import { BatchRef, type ImportDetail } from "@/lib/contracts/import-batch";
import { AppError } from "@/lib/errors";
import { query } from "../define-service";
import { missingRates } from "./missing-rates";

/** One import with its balance, its first rejected rows, the codes its parked rows wait for, and the exchange rates it lacks. */
export const getImport = query({
  permission: "import.read",
  input: BatchRef,
  run: async ({ db }, { batch: number }): Promise<ImportDetail> => {
    const detail = await db.batches.findDetail(number);
    if (detail === null) throw new AppError("not_found", `There is no import ${number}.`);
    return { ...detail, missingRates: await missingRates(db, detail.batch) };
  },
});
