// The process that works through the queue: `npm start` runs one beside the web server; more may run anywhere on the same database.
import { closeDatabase } from "@/lib/db/client";
import { startImportWorker } from "@/lib/jobs/import-worker";
import { log } from "@/lib/log";

const worker = await startImportWorker();
log("info", "worker.started");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await worker.stop();
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
