import "server-only";
import { Actor } from "@/lib/access/actor";
import { BACK_TEST_QUEUE, type BackTestJob, enqueueBackTestLater, interruptedBackTests } from "@/lib/db/job-queue";
import { errorFields, log } from "@/lib/log";
import { failBackTest } from "@/lib/services/optimize/fail-back-test";
import { performBackTest } from "./perform-back-test";
import { startQueueWorker, type Worker } from "./queue-worker";

const LOOK_AGAIN_SECONDS = 30;
const UNKNOWN =
  "Something failed that is neither in the program nor in the data. Run it again, and tell whoever runs the server if it fails once more.";

/** Works on back-tests. One that its worker's end cut short goes on with the quarter that was not done. */
export async function startBackTestWorker(): Promise<Worker> {
  let stopping = false;
  const worker = await startQueueWorker<BackTestJob>({
    name: BACK_TEST_QUEUE,
    work: (job, lastTry) => work(job, lastTry, () => stopping),
    interrupted: interruptedBackTests,
    giveUp,
  });
  return {
    stop: () => {
      stopping = true;
      return worker.stop();
    },
  };
}

/** All quarters may take longer than a server may take to stop: the rest is for whoever starts next. */
async function work(job: BackTestJob, lastTry: boolean, isStopping: () => boolean): Promise<void> {
  try {
    if (await performBackTest(tester(job), job, () => !isStopping())) log("info", "back_test.ended", job);
    else await enqueueBackTestLater(job, isStopping() ? 0 : LOOK_AGAIN_SECONDS);
  } catch (error) {
    log("error", "back_test.failed", { ...job, ...errorFields(error) });
    if (lastTry) await giveUp(job);
    throw error;
  }
}

async function giveUp(job: BackTestJob): Promise<void> {
  await failBackTest(tester(job), { backTest: job.backTest, failure: UNKNOWN });
}

function tester({ orgId }: BackTestJob): Actor {
  return Actor.system(orgId, "back-test worker");
}
