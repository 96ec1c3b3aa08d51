import "server-only";
import { Actor } from "@/lib/access/actor";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { enqueueImportLater, IMPORT_QUEUE, type ImportJob, interruptedImports } from "@/lib/db/job-queue";
import { errorFields, log } from "@/lib/log";
import { getImport } from "@/lib/services/measure/get-import";
import { giveUpImport } from "@/lib/services/measure/give-up-import";
import { processImport } from "@/lib/services/measure/process-import";
import { startQueueWorker, type Worker } from "./queue-worker";

/** Statuses that a worker leaves behind only when another one has the import in hand. */
const UNFINISHED: readonly ImportBatch["status"][] = ["queued", "checking", "loading"];
const LOOK_AGAIN_SECONDS = 30;

/** Works on queued imports. */
export function startImportWorker(): Promise<Worker> {
  return startQueueWorker<ImportJob>({ name: IMPORT_QUEUE, work, interrupted: interruptedImports, giveUp });
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
    if (lastTry) await giveUp(job);
    throw error;
  }
}

async function giveUp(job: ImportJob): Promise<void> {
  await giveUpImport(worker(job), { batch: job.batch });
}

function worker({ orgId }: ImportJob): Actor {
  return Actor.system(orgId, "import worker");
}
