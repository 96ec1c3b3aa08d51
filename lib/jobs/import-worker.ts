import "server-only";
import type PgBoss from "pg-boss";
import { Actor } from "@/lib/access/actor";
import { IMPORT_QUEUE, type ImportJob, interruptedImports, jobQueue } from "@/lib/db/job-queue";
import { errorFields, log } from "@/lib/log";
import { processImport } from "@/lib/services/measure/process-import";

const POLL_SECONDS = 0.5;
const SWEEP_MS = 15_000;

/** Works on queued imports until `stop` is called, which lets the one under way finish. Any number of workers may run at once. */
export async function startImportWorker(): Promise<{ stop: () => Promise<void> }> {
  const queue = jobQueue();
  queue.on("error", (error) => log("error", "queue.error", errorFields(error)));
  await queue.start();
  await resumeInterrupted(queue);
  await queue.work<ImportJob>(IMPORT_QUEUE, { pollingIntervalSeconds: POLL_SECONDS }, async ([job]) => {
    if (job !== undefined) await work(job.data);
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

async function work({ orgId, batch }: ImportJob): Promise<void> {
  try {
    const { status, rows } = await processImport(Actor.system(orgId, "import worker"), { batch });
    log("info", "import.processed", { orgId, batch, status, rows });
  } catch (error) {
    log("error", "import.failed", { orgId, batch, ...errorFields(error) });
    throw error;
  }
}

/** Jobs whose worker died: the queue alone would wait for their time limit. They go back and are taken up at once. */
async function resumeInterrupted(queue: PgBoss): Promise<void> {
  for (const id of await interruptedImports()) {
    log("warn", "import.resumed", { job: id });
    await queue.fail(IMPORT_QUEUE, id, { reason: "its worker ended" });
  }
}
