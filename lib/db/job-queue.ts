import "server-only";
import type { ClientBase } from "pg";
import PgBoss from "pg-boss";
import { pool } from "./client";
import { Prisma } from "./generated/prisma/client";
import type { Tx } from "./scope";

/** A batch to take as far as it goes without a person: check it, load it, replay what it unlocked. */
export type ImportJob = { readonly orgId: number; readonly batch: number };

export const IMPORT_QUEUE = "import";

/** An organization to fill with the sample data. */
export type SampleJob = { readonly orgId: number };

export const SAMPLE_QUEUE = "sample";

/** A back-test, by its internal id, to take quarter by quarter to its end. */
export type BackTestJob = { readonly orgId: number; readonly backTest: number };

export const BACK_TEST_QUEUE = "back-test";

/** Runs the queue's own SQL on a connection. */
type Execute = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>;

/** Puts work into the queue as part of the caller's transaction: it is there if and only if the change is. */
export function enqueueImport(client: ClientBase, job: ImportJob, startAfterSeconds = 0): Promise<void> {
  return send((text, values) => client.query(text, values), IMPORT_QUEUE, job, startAfterSeconds);
}

/** The same within a transaction of Prisma's. */
export function enqueueImportIn(tx: Tx, job: ImportJob): Promise<void> {
  return send(executeIn(tx), IMPORT_QUEUE, job, 0);
}

export function enqueueSampleIn(tx: Tx, job: SampleJob): Promise<void> {
  return send(executeIn(tx), SAMPLE_QUEUE, job, 0);
}

export function enqueueBackTestIn(tx: Tx, job: BackTestJob): Promise<void> {
  return send(executeIn(tx), BACK_TEST_QUEUE, job, 0);
}

/** Takes the imports and back-tests that wait for a worker out of the queue: what they would work on is about to go. */
export async function forgetWorkIn(tx: Tx, orgId: number): Promise<void> {
  await tx.$executeRaw`delete from pgboss.job where name in (${IMPORT_QUEUE}, ${BACK_TEST_QUEUE}) and state < 'active' and (data->>'orgId')::int = ${orgId}`;
}

function executeIn(tx: Tx): Execute {
  return async (text, values) => ({ rows: await tx.$queryRaw<unknown[]>(numberedSql(text, values)) });
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
  return send((text, values) => pool().query(text, values), IMPORT_QUEUE, job, afterSeconds);
}

export function enqueueSampleLater(job: SampleJob, afterSeconds: number): Promise<void> {
  return send((text, values) => pool().query(text, values), SAMPLE_QUEUE, job, afterSeconds);
}

export function enqueueBackTestLater(job: BackTestJob, afterSeconds: number): Promise<void> {
  return send((text, values) => pool().query(text, values), BACK_TEST_QUEUE, job, afterSeconds);
}

async function send(executeSql: Execute, queue: string, job: ImportJob | SampleJob | BackTestJob, startAfterSeconds: number): Promise<void> {
  await new PgBoss({ db: { executeSql } }).send(queue, job, { startAfter: startAfterSeconds });
}

/** The queue's worker side. Its schema comes with the migrations; this role only uses it. */
export function jobQueue(): PgBoss {
  return new PgBoss({ db: { executeSql: (text, values) => pool().query(text, values) }, migrate: false, schedule: false });
}

/** A job that counts as under way though nobody works on it. `lastTry`: when it fails now, the queue will not hand it out again. */
export type Interrupted<Job> = { readonly id: string; readonly data: Job; readonly lastTry: boolean };

/** A living worker holds its batch's lock except for moments between two steps; to be taken up twice in such a moment does no harm. */
export function interruptedImports(): Promise<Interrupted<ImportJob>[]> {
  return interrupted(IMPORT_QUEUE);
}

/** A living worker holds the lock of its work all the while (`whileAlone`). */
export function interruptedSamples(): Promise<Interrupted<SampleJob>[]> {
  return interrupted(SAMPLE_QUEUE);
}

export function interruptedBackTests(): Promise<Interrupted<BackTestJob>[]> {
  return interrupted(BACK_TEST_QUEUE);
}

/** Those whose lock (work-lock.ts) nobody holds. */
async function interrupted<Job>(queue: string): Promise<Interrupted<Job>[]> {
  const { rows } = await pool().query<Interrupted<Job>>(
    `select j.id, j.data, j.retry_count >= j.retry_limit as "lastTry" from pgboss.job j
      where j.name = $1 and j.state = 'active' and j.started_on < now() - interval '5 seconds'
       and not exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = (j.data->>'orgId')::int and l.objid = coalesce((j.data->>'batch')::int, -(j.data->>'backTest')::int, 0))`,
    [queue],
  );
  return rows;
}
