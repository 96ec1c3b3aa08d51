import "server-only";
import type { ClientBase } from "pg";
import PgBoss from "pg-boss";
import { pool } from "./client";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";

/** A batch to take as far as it goes without a person: check it, load it, replay what it unlocked. */
export type ImportJob = { readonly orgId: number; readonly batch: number };

export const IMPORT_QUEUE = "import";

/** Runs the queue's own SQL on a connection. */
type Execute = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>;

/** Puts work into the queue as part of the caller's transaction: it is there if and only if the change is. */
export function enqueueImport(client: ClientBase, job: ImportJob, startAfterSeconds = 0): Promise<void> {
  return send((text, values) => client.query(text, values), job, startAfterSeconds);
}

/** The same within a transaction of Prisma's. */
export function enqueueImportIn(tx: Tx, job: ImportJob): Promise<void> {
  return send(async (text, values) => ({ rows: await tx.$queryRaw<unknown[]>(numberedSql(text, values)) }), job, 0);
}

/** The queue's own statement, in which $1, $2, … stand for `values`, as Prisma takes one: each place a bind parameter. */
function numberedSql(text: string, values: readonly unknown[]): Prisma.Sql {
  const [first = "", ...rest] = text.split(/\$(\d+)/);
  const numbers = rest.filter((_, place) => place % 2 === 0);
  const texts = rest.filter((_, place) => place % 2 === 1);
  return Prisma.sql([first, ...texts], ...numbers.map((number) => values[Number(number) - 1]));
}

/** Work that somebody else has in hand is looked at again later, in case they never finish. */
export function enqueueImportLater(job: ImportJob, afterSeconds: number): Promise<void> {
  return send((text, values) => pool().query(text, values), job, afterSeconds);
}

async function send(executeSql: Execute, job: ImportJob, startAfterSeconds: number): Promise<void> {
  await new PgBoss({ db: { executeSql } }).send(IMPORT_QUEUE, job, { startAfter: startAfterSeconds });
}

/** The queue's worker side. Its schema comes with the migrations; this role only uses it. */
export function jobQueue(): PgBoss {
  return new PgBoss({ db: { executeSql: (text, values) => pool().query(text, values) }, migrate: false, schedule: false });
}

/** `lastTry`: when it fails now, the queue will not hand it out again. */
export type InterruptedImport = { readonly id: string; readonly data: ImportJob; readonly lastTry: boolean };

/**
 * Jobs that count as under way though nobody works on them. A living worker holds its batch's lock except for moments between two
 * steps; to be taken up twice in such a moment does no harm.
 */
export async function interruptedImports(): Promise<InterruptedImport[]> {
  const { rows } = await pool().query<InterruptedImport>(
    `select j.id, j.data, j.retry_count >= j.retry_limit as "lastTry" from pgboss.job j
      where j.name = $1 and j.state = 'active' and j.started_on < now() - interval '5 seconds'
       and not exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = (j.data->>'orgId')::int and l.objid = (j.data->>'batch')::int)`,
    [IMPORT_QUEUE],
  );
  return rows;
}
