import "server-only";
import type PgBoss from "pg-boss";
import { Actor } from "@/lib/access/actor";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { enqueueImportLater, IMPORT_QUEUE, type ImportJob, interruptedImports, jobQueue } from "@/lib/db/job-queue";
import { errorFields, log } from "@/lib/log";
import { getImport } from "@/lib/services/measure/get-import";
import { giveUpImport } from "@/lib/services/measure/give-up-import";
import { processImport } from "@/lib/services/measure/process-import";

const POLL_SECONDS = 0.5;
const SWEEP_MS = 15_000;
/** Statuses that a worker leaves behind only when another one has the import in hand. */
const UNFINISHED: readonly ImportBatch["status"][] = ["queued", "checking", "loading"];
const LOOK_AGAIN_SECONDS = 30;

/** Works on queued imports until `stop` is called, which lets the one under way finish. Any number of workers may run at once. */
export async function startImportWorker(): Promise<{ stop: () => Promise<void> }> {
  const queue = jobQueue();
  queue.on("error", (error) => log("error", "queue.error", errorFields(error)));
  await queue.start();
  await resumeInterrupted(queue);
  await queue.work<ImportJob>(IMPORT_QUEUE, { pollingIntervalSeconds: POLL_SECONDS, includeMetadata: true }, async ([job]) => {
    if (job !== undefined) await work(job.data, job.retryCount >= job.retryLimit);
  });
  const sweep = setInterval(() => {
    resumeInterrupted(queue).catch((error) => log("error", "queue.sweep", errorFields(error)));
  }, SWEEP_MS);
  return {
    stop: async () => {
      clearInterval(sweep);
      await queue.stop({ graceful: true, timeout: 60_000 });
    },
  };
}

async function work(job: ImportJob, lastTry: boolean): Promise<void> {
  try {
    const { batch: before } = await getImport(worker(job), { batch: job.batch });
    const { status, rows } = await processImport(worker(job), { batch: job.batch });
    // Whoever uploads may also process at once, and every upload is looked at again later: mostly it is done by then.
    if (status !== before.status) log("info", "import.processed", { ...job, status, rows });
    if (UNFINISHED.includes(status)) await enqueueImportLater(job, LOOK_AGAIN_SECONDS);
  } catch (error) {
    log("error", "import.failed", { ...job, ...errorFields(error) });
    if (lastTry) await giveUpImport(worker(job), { batch: job.batch });
    throw error;
  }
}

/** Jobs whose worker died: the queue alone would wait for their time limit. They go back and are taken up at once. */
async function resumeInterrupted(queue: PgBoss): Promise<void> {
  for (const { id, data, lastTry } of await interruptedImports()) {
    log("warn", "import.resumed", { ...data, lastTry });
    // A file that ends whatever process works on it must not do so for ever.
    if (lastTry) await giveUpImport(worker(data), { batch: data.batch });
    await queue.fail(IMPORT_QUEUE, id, { reason: "its worker ended" });
  }
}

function worker({ orgId }: ImportJob): Actor {
  return Actor.system(orgId, "import worker");
}
