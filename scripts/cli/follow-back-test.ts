import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/access/actor";
import type { BackTest } from "@/lib/contracts/back-test";
import { AppError } from "@/lib/errors";
import type { Progress } from "./progress";

const POLL_MS = 500;

/**
 * Waits until the worker has done the last back-test of a version.
 * @throws AppError unprocessable with the reason when it fails, conflict when it is cancelled, not_found when it goes with its version
 */
export async function followBackTest(
  actor: Actor,
  version: { readonly program: string; readonly version: number },
  progress: Progress,
): Promise<BackTest> {
  const { getBackTest } = await import("@/lib/services/optimize/get-back-test");
  try {
    for (;;) {
      const { backTest } = await getBackTest(actor, version);
      if (backTest === null) throw new AppError("not_found", "The back-test is gone: its version was removed.");
      if (backTest.status === "done") return backTest;
      if (backTest.status === "failed") throw new AppError("unprocessable", `The back-test failed: ${backTest.failure}`);
      if (backTest.status === "cancelled") throw new AppError("conflict", `${backTest.askedBy} cancelled the back-test.`);
      progress.show(`${backTest.results.length} of ${backTest.quarters} quarters`);
      await sleep(POLL_MS);
    }
  } finally {
    progress.clear();
  }
}
