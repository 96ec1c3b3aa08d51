import { z } from "zod";
import { command } from "../define-service";

const EndSampleLoad = z.strictObject({
  /** Why it failed, for people; null when all is loaded. */
  failure: z.string().min(1).max(2000).nullable(),
});

/** Ends the loading of the sample data, if somebody waits for it. For the worker. What it did stands in the audit trail already, import by import. */
export const endSampleLoad = command({
  permission: "sample.manage",
  input: EndSampleLoad,
  run: ({ db }, { failure }): Promise<void> => db.sampleData.end(failure),
});
