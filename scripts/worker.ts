// The process that works through the queues: `npm start` runs one beside the web server; more may run anywhere on the same database.
import { closeDatabase } from "@/lib/db/client";
import { startBackTestWorker } from "@/lib/jobs/back-test-worker";
import { startImportWorker } from "@/lib/jobs/import-worker";
import { startSampleWorker } from "@/lib/jobs/sample-worker";
import { log } from "@/lib/log";
import { fillOrganization } from "@/prisma/demo/fill-organization";

const workers = [await startImportWorker(), await startSampleWorker(fillOrganization), await startBackTestWorker()];
log("info", "worker.started");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(workers.map((worker) => worker.stop()));
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
