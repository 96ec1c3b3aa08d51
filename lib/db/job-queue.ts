import "server-only";
import type { ClientBase } from "pg";
import PgBoss from "pg-boss";
import { pool } from "./client";

/** A batch to take as far as it goes without a person: check it, load it, replay what it unlocked. */
export type ImportJob = { readonly orgId: number; readonly batch: number };

export const IMPORT_QUEUE = "import";

/** Puts work into the queue as part of the caller's transaction: it is there if and only if the change is. */
export async function enqueueImport(client: ClientBase, job: ImportJob, startAfterSeconds = 0): Promise<void> {
  const sender = new PgBoss({ db: { executeSql: (text, values) => client.query(text, values) } });
  await sender.send(IMPORT_QUEUE, job, { startAfter: startAfterSeconds });
}

/** The queue's worker side. Its schema comes with the migrations; this role only uses it. */
export function jobQueue(): PgBoss {
  return new PgBoss({ db: { executeSql: (text, values) => pool().query(text, values) }, migrate: false, schedule: false });
}

/**
 * Ids of jobs that count as under way though nobody works on them. A living worker holds its batch's lock except for moments
 * between two steps; to be taken up twice in such a moment does no harm.
 */
export async function interruptedImports(): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `select j.id from pgboss.job j where j.name = $1 and j.state = 'active' and j.started_on < now() - interval '5 seconds'
       and not exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = (j.data->>'orgId')::int and l.objid = (j.data->>'batch')::int)`,
    [IMPORT_QUEUE],
  );
  return rows.map((row) => row.id);
}
