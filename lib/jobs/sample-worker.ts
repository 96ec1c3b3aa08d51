import "server-only";
import { Actor } from "@/lib/access/actor";
import type { SampleData, SampleProgress } from "@/lib/contracts/sample-data";
import { enqueueSampleLater, interruptedSamples, SAMPLE_QUEUE, type SampleJob } from "@/lib/db/job-queue";
import { SAMPLE_LOCK, whileAlone } from "@/lib/db/work-lock";
import { AppError } from "@/lib/errors";
import { errorFields, log } from "@/lib/log";
import { endSampleLoad } from "@/lib/services/settings/end-sample-load";
import { getSampleData } from "@/lib/services/settings/get-sample-data";
import { recordSampleStep } from "@/lib/services/settings/record-sample-step";
import { startQueueWorker, type Worker } from "./queue-worker";

/** Fills an organization with the sample data and says what comes next, step by step. What is there already is left as it is. */
export type FillOrganization = (orgId: number, onStep: (progress: SampleProgress) => Promise<void>) => Promise<void>;

const WAITED_FOR: readonly SampleData["state"][] = ["queued", "loading"];
const LOOK_AGAIN_SECONDS = 30;
const UNKNOWN =
  "Something failed that is not in the data. Nothing of yours is touched; try again, and tell whoever runs the server if it fails once more.";

/** Loads the sample data where it was asked for. A load that its worker's end cut short goes on where it was. */
export async function startSampleWorker(fill: FillOrganization): Promise<Worker> {
  let stopping = false;
  const worker = await startQueueWorker<SampleJob>({
    name: SAMPLE_QUEUE,
    work: (job, lastTry) => work(job, lastTry, fillUntilStopped),
    interrupted: interruptedSamples,
    giveUp: (job) => fail(job, UNKNOWN),
  });
  return {
    stop: () => {
      stopping = true;
      return worker.stop();
    },
  };

  /** All of it takes longer than a server may take to stop. */
  function fillUntilStopped(orgId: number, onStep: (progress: SampleProgress) => Promise<void>): Promise<void> {
    return fill(orgId, async (progress) => {
      if (stopping) throw new Error("the worker is told to stop");
      await onStep(progress);
    });
  }
}

async function work(job: SampleJob, lastTry: boolean, fill: FillOrganization): Promise<void> {
  const actor = loader(job);
  try {
    const alone = await whileAlone({ orgId: job.orgId, lock: SAMPLE_LOCK }, async () => {
      const { state } = await getSampleData(actor, {});
      if (!WAITED_FOR.includes(state)) return;
      await fill(job.orgId, (progress) => recordSampleStep(actor, progress));
      await endSampleLoad(actor, { failure: null });
      log("info", "sample.loaded", job);
    });
    if (!alone) await enqueueSampleLater(job, LOOK_AGAIN_SECONDS);
  } catch (error) {
    log("error", "sample.failed", { ...job, ...errorFields(error) });
    if (lastTry) await fail(job, error instanceof AppError ? error.message : UNKNOWN);
    throw error;
  }
}

async function fail(job: SampleJob, failure: string): Promise<void> {
  await endSampleLoad(loader(job), { failure });
}

function loader({ orgId }: SampleJob): Actor {
  return Actor.system(orgId, "sample data");
}
