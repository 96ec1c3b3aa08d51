import { z } from "zod";
import { longCommand } from "../define-service";

/** Loads the parked rows whose codes have become known. Answers with the numbers of the imports this made. */
export const replayImports = longCommand({
  permission: "import.write",
  input: z.strictObject({}),
  run: async ({ actor, bulk }): Promise<readonly number[]> => bulk.replayWaiting(actor),
});
