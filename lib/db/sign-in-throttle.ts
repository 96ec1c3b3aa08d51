import "server-only";
import { prisma } from "./client";
import { Prisma } from "./generated/prisma/client";

const WINDOW = Prisma.sql`interval '15 minutes'`;

/**
 * Counts one attempt under `key` before it is tried, so that attempts at the same moment cannot all slip through, and gives
 * how many there have been in this quarter of an hour, this one included.
 */
export async function countAttempt(key: string): Promise<number> {
  const [row] = await prisma().$queryRaw<{ failures: number }[]>`
    insert into sign_in_throttle as t (key, failures, window_started_at) values (${key}, 1, now())
    on conflict (key) do update set
      failures = case when t.window_started_at < now() - ${WINDOW} then 1 else least(t.failures + 1, 1000000) end,
      window_started_at = case when t.window_started_at < now() - ${WINDOW} then now() else t.window_started_at end
    returning failures`;
  if (row === undefined) throw new Error("the attempt was not counted");
  return row.failures;
}

/** After a success: the account starts afresh, the address gets its attempt back, and counters that have run out go. */
export async function forgiveAttempt(accountKey: string, addressKey: string | null): Promise<void> {
  await prisma().$executeRaw`delete from sign_in_throttle where key = ${accountKey}`;
  if (addressKey !== null) await prisma().$executeRaw`update sign_in_throttle set failures = failures - 1 where key = ${addressKey} and failures > 0`;
  await prisma().$executeRaw`
    delete from sign_in_throttle where key in (select key from sign_in_throttle where window_started_at < now() - ${WINDOW} for update skip locked)`;
}
