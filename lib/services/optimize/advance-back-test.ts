import { z } from "zod";
import type { BackTestStatus, BackTestWork } from "@/lib/db/back-tests";
import type { ScopedDb } from "@/lib/db/scoped";
import { command } from "@/lib/services/define-service";
import { summarizeBackTest } from "./summarize-back-test";
import { testQuarter } from "./test-quarter";

/** By its internal id, which its job names. */
const BackTestRef = z.strictObject({ backTest: z.number().int() });

/** How far it is; null where there is none any more. */
type Step = { readonly status: BackTestStatus; readonly done: number } | null;

/**
 * Takes a back-test one step further: the next quarter, or its end. For the worker. A step is done whole or not at all, and one that is done is
 * not done again.
 */
export const advanceBackTest = command({
  permission: "program.write",
  input: BackTestRef,
  async run({ db }, { backTest }): Promise<Step> {
    const work = await db.backTests.findWork(backTest);
    if (work?.status === "running") await stepOf(db, work);
    const { status, done } = (await db.backTests.findWork(backTest)) ?? {};
    return status === undefined || done === undefined ? null : { status, done };
  },
});

async function stepOf(db: ScopedDb, work: BackTestWork): Promise<void> {
  if (work.done === work.quarters) return db.backTests.finish(work.id, await summarizeBackTest(db, work));
  const { result, partners } = await testQuarter(db, work, work.done);
  await db.backTests.addQuarter(work.id, work.done, result, partners);
}
