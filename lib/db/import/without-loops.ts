import type { PoolClient } from "pg";

/**
 * For statements over the whole of a batch. The planner has no statistics yet of rows that have just arrived, takes them for one or
 * two, and would search the other side again for each of a million.
 */
export async function withoutLoops<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query("set local enable_nestloop = off");
  const result = await work();
  await client.query("set local enable_nestloop = on");
  return result;
}
