import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/prisma/client";

// One pool for Prisma, SQL and COPY; kept on globalThis across the development server's reloads.
const kept = globalThis as typeof globalThis & { tierlinePool?: pg.Pool; tierlinePrisma?: PrismaClient };

export function pool(): pg.Pool {
  // UTC sessions: on a database in another zone Prisma would shift every timestamp.
  kept.tierlinePool ??= new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL_MAX, options: "-c TimeZone=UTC" });
  return kept.tierlinePool;
}

export function prisma(): PrismaClient {
  kept.tierlinePrisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return kept.tierlinePrisma;
}

/** Ends every connection: for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.tierlinePrisma?.$disconnect();
  if (kept.tierlinePool !== undefined && !kept.tierlinePool.ended) await kept.tierlinePool.end();
  delete kept.tierlinePrisma;
  delete kept.tierlinePool;
}
