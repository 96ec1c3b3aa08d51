import { z } from "zod";
import { command } from "@/lib/services/define-service";

const FailBackTest = z.strictObject({
  backTest: z.number().int(),
  /** For people. */
  failure: z.string().min(1).max(2000),
});

/** Ends a back-test that cannot be taken further, if it is still under way. For the worker. */
export const failBackTest = command({
  permission: "program.write",
  input: FailBackTest,
  run: ({ db }, { backTest, failure }): Promise<void> => db.backTests.fail(backTest, failure),
});
