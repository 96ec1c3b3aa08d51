import "server-only";
import pg from "pg";
import { env } from "@/lib/env";

/**
 * Does the work as the only process that fills this organization; false, and nothing done, when another one is at it. The lock is held by
 * a connection of its own, so that the database gives it back when this process dies, and no connection of a pool is kept for a minute.
 */
export async function whileFillingAlone(orgId: number, work: () => Promise<void>): Promise<boolean> {
  const holder = new pg.Client({ connectionString: env().DATABASE_URL });
  holder.on("error", () => undefined); // a lost connection shows in the work
  await holder.connect();
  try {
    const { rows } = await holder.query<{ locked: boolean }>("select pg_try_advisory_lock($1, 0) as locked", [orgId]);
    if (rows[0]?.locked !== true) return false;
    await work();
    return true;
  } finally {
    await holder.end();
  }
}
