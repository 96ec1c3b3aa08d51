import "server-only";
import type { Pool, PoolClient } from "pg";
import type { Scope } from "@/lib/access/actor";
import { pool, sidePool } from "./client";

/**
 * Runs SQL and COPY in one transaction narrowed to `scope`, beside Prisma, for the bulk paths.
 * An error rolls everything back; so does the end of this process at any point before COMMIT.
 */
export function inTransaction<T>(scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return transaction(pool(), scope, work);
}

/** A short transaction while the caller is within another one, on a connection kept for such. */
export function besideTransaction<T>(scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return transaction(sidePool(), scope, work);
}

async function transaction<T>(from: Pool, scope: Scope, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await from.connect();
  // A connection lost while it waits for `work` says so here only, and unheard would end the process. The next query fails then.
  client.on("error", ignore);
  try {
    await client.query("begin");
    await client.query("select set_config('app.org_id', $1, true), set_config('app.partner_id', $2, true)", [
      String(scope.orgId),
      scope.partnerId === null ? "" : String(scope.partnerId),
    ]);
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, not returned to the pool.
    const broken = await client.query("rollback").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  } finally {
    client.off("error", ignore);
  }
}

const ignore = (): void => undefined;
