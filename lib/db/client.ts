import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { errorFields, log } from "@/lib/log";
import { PrismaClient } from "./generated/prisma/client";

// One pool for Prisma, SQL and COPY; kept on globalThis across the development server's reloads.
const kept = globalThis as typeof globalThis & { tierlinePool?: pg.Pool; tierlineSidePool?: pg.Pool; tierlinePrisma?: PrismaClient };

/**
 * How long a transaction may wait for a connection and last, in ms, unless it says otherwise. Prisma's own 2 s and 5 s refuse, on a server that
 * is merely busy, what is served a moment later: a request that waits is better than one that has to be made again.
 */
const TRANSACTION = { maxWait: 15_000, timeout: 30_000 } as const;

export function pool(): pg.Pool {
  kept.tierlinePool ??= openPool(env().DATABASE_POOL_MAX);
  return kept.tierlinePool;
}

/**
 * Connections for short work beside a transaction that is under way. They are apart because whoever holds a connection and waits for
 * another one of the same pool may wait for ever; nothing that holds one of these waits for anything.
 */
export function sidePool(): pg.Pool {
  kept.tierlineSidePool ??= openPool(2);
  return kept.tierlineSidePool;
}

function openPool(max: number): pg.Pool {
  // UTC sessions: on a database in another zone Prisma would shift every timestamp.
  const opened = new pg.Pool({ connectionString: env().DATABASE_URL, max, options: "-c TimeZone=UTC" });
  // A connection lost while idle is replaced at the next use; unheard, its error would end the process.
  opened.on("error", (error) => log("warn", "database.connection_lost", errorFields(error)));
  return opened;
}

export function prisma(): PrismaClient {
  kept.tierlinePrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()), transactionOptions: TRANSACTION });
  return kept.tierlinePrisma;
}

/** Ends every connection: for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.tierlinePrisma?.$disconnect();
  for (const opened of [kept.tierlinePool, kept.tierlineSidePool]) if (opened !== undefined && !opened.ended) await opened.end();
  delete kept.tierlinePrisma;
  delete kept.tierlinePool;
  delete kept.tierlineSidePool;
}
