import "server-only";
import pg from "pg";
import { env } from "@/lib/env";

/** What one process at a time works on in an organization. Imports are locked by their number, which is 1 or more, within each of their steps (`lockBatch`). */
export type LockedWork = { readonly orgId: number; readonly lock: number };

/** Of the sample data. */
export const SAMPLE_LOCK = 0;

/** Of a back-test, by its internal id. */
export function backTestLock(backTest: number): number {
  return -backTest;
}

/**
 * Does the work as the only process that is at it; false, and nothing done, when another one is. The lock is held by a connection of its
 * own, so that the database gives it back when this process dies, and no connection of a pool is kept for a minute.
 */
export async function whileAlone({ orgId, lock }: LockedWork, work: () => Promise<void>): Promise<boolean> {
  const holder = new pg.Client({ connectionString: env().DATABASE_URL });
  holder.on("error", () => undefined); // a lost connection shows in the work
  await holder.connect();
  try {
    const { rows } = await holder.query<{ locked: boolean }>("select pg_try_advisory_lock($1, $2) as locked", [orgId, lock]);
    if (rows[0]?.locked !== true) return false;
    await work();
    return true;
  } finally {
    await holder.end();
  }
}
