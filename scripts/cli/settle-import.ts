import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/access/actor";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import type { Progress } from "./progress";

const POLL_MS = 500;
const SETTLED: readonly ImportBatch["status"][] = ["ready", "published", "unchanged", "discarded", "failed"];

/** Takes an import as far as it goes without a person, here or in the worker, whichever comes first. */
export async function settleImport(actor: Actor, number: number, progress: Progress): Promise<ImportBatch> {
  const { processImport } = await import("@/lib/services/measure/process-import");
  const stopWatching = await watch(actor, number, progress);
  try {
    for (;;) {
      const batch = await processImport(actor, { batch: number });
      if (SETTLED.includes(batch.status)) return batch;
      await sleep(POLL_MS); // the worker is at it
    }
  } finally {
    stopWatching();
    progress.clear();
  }
}

/** Shows how far the import is until it is told to stop. */
async function watch(actor: Actor, number: number, progress: Progress): Promise<() => void> {
  if (!progress.seen) return () => undefined;
  const { getImport } = await import("@/lib/services/measure/get-import");
  const timer = setInterval(() => {
    getImport(actor, { batch: number }).then(
      ({ batch }) =>
        progress.show(`Import ${number}: ${batch.status}, ${batch.fileBytes === 0 ? 0 : Math.floor((100 * batch.bytesDone) / batch.fileBytes)} %`),
      () => undefined, // what is wrong shows in processImport
    );
  }, POLL_MS);
  return () => clearInterval(timer);
}
