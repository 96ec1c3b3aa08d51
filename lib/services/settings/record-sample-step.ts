import { SampleProgress } from "@/lib/contracts/sample-data";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";

/** Tells those who wait how far loading the sample data is. For the worker. @throws AppError conflict when nobody waits any more */
export const recordSampleStep = command({
  permission: "sample.manage",
  input: SampleProgress,
  run: async ({ db }, progress): Promise<void> => {
    if (!(await db.sampleData.reach(progress))) throw new AppError("conflict", "Nobody waits for the sample data any more.");
  },
});
