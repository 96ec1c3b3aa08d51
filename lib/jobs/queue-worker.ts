import "server-only";
import type { Interrupted } from "@/lib/db/job-queue";
import { jobQueue } from "@/lib/db/job-queue";
import { errorFields, log } from "@/lib/log";

const POLL_SECONDS = 0.5;
const SWEEP_MS = 15_000;

export type Worker = { readonly stop: () => Promise<void> };

type QueueWork<Job> = {
  readonly name: string;
  /** A thrown error makes the queue hand the job out again, unless it was the last try. */
  readonly work: (job: Job, lastTry: boolean) => Promise<void>;
  readonly interrupted: () => Promise<readonly Interrupted<Job>[]>;
  /** What becomes of a job that ended its worker as often as it may be tried. */
  readonly giveUp: (job: Job) => Promise<void>;
};

/** Works on the jobs of a queue, one at a time, until `stop` is called, which lets the one under way finish. Any number of workers may run. */
export async function startQueueWorker<Job extends object>({ name, work, interrupted, giveUp }: QueueWork<Job>): Promise<Worker> {
  const queue = jobQueue();
  /** Jobs whose worker died: the queue alone would wait for their time limit. They go back and are taken up at once. */
  const resumeInterrupted = async () => {
    for (const { id, data, lastTry } of await interrupted()) {
      log("warn", `${name}.resumed`, { ...data, lastTry });
      // Work that ends whatever process does it must not do so for ever.
      if (lastTry) await giveUp(data);
      await queue.fail(name, id, { reason: "its worker ended" });
    }
  };

  queue.on("error", (error) => log("error", "queue.error", errorFields(error)));
  await queue.start();
  await resumeInterrupted();
  await queue.work<Job>(name, { pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true }, async ([job]) => {
    if (job !== undefined) await work(job.data, job.retryCount >= job.retryLimit);
  });
  const sweep = setInterval(() => {
    resumeInterrupted().catch((error) => log("error", "queue.sweep", errorFields(error)));
  }, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(sweep);
      await queue.stop({ graceful: true, timeout: 60_000 });
    },
  };
}
