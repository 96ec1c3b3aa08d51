import type pg from "pg";
import { until } from "./child-process";

/** Returns once another connection waits for a lock that this one holds. */
export function untilSomebodyWaits(holder: pg.Client): Promise<void> {
  return until("somebody waits for the lock", async () => {
    // Not from pg_stat_activity, of which a transaction sees one snapshot; other databases on the server have waiters of their own.
    const waiting = await holder.query("select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))");
    return waiting.rowCount !== 0;
  });
}

/** Returns once no other connection to this database holds a lock on the table: what a killed process had under way is rolled back. */
export function untilNobodyHolds(client: pg.Client, table: string): Promise<void> {
  return until(`nobody holds ${table}`, async () => {
    const held = await client.query(
      `select from pg_locks where relation = $1::regclass and pid <> pg_backend_pid()
         and database = (select oid from pg_database where datname = current_database())`,
      [table],
    );
    return held.rowCount === 0;
  });
}
