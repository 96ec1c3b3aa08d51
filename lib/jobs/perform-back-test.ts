import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { BackTestJob } from "@/lib/db/job-queue";
import { backTestLock, whileAlone } from "@/lib/db/work-lock";
import { AppError } from "@/lib/errors";
import { advanceBackTest } from "@/lib/services/optimize/advance-back-test";
import { failBackTest } from "@/lib/services/optimize/fail-back-test";

type Step = Awaited<ReturnType<typeof advanceBackTest>>;

/**
 * Takes a back-test to its end, quarter by quarter, from wherever it is. `mayGoOn` is asked before each step. False when it has not ended: somebody else
 * is at it, or it may not go on.
 */
export async function performBackTest(actor: Actor, { orgId, backTest }: BackTestJob, mayGoOn: () => boolean = () => true): Promise<boolean> {
  let ended = false;
  await whileAlone({ orgId, lock: backTestLock(backTest) }, async () => {
    while (!ended && mayGoOn()) ended = (await oneStep(actor, backTest))?.status !== "running";
  });
  return ended;
}

/** What the program or its facts are to blame for does not pass by trying again: it ends the back-test with the reason. */
async function oneStep(actor: Actor, backTest: number): Promise<Step> {
  try {
    return await advanceBackTest(actor, { backTest });
  } catch (error) {
    const isToBlame = error instanceof RangeError || (error instanceof AppError && error.code === "unprocessable");
    if (!isToBlame) throw error;
    await failBackTest(actor, { backTest, failure: error.message });
    return null;
  }
}
