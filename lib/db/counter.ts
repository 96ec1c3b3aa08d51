import type { ClientBase } from "pg";
import type { Scope } from "@/lib/access/actor";

/** Waits for whoever holds the counter, and holds it until the transaction ends, before anything is read that its next number tells of. */
export async function lockCounter(client: ClientBase, scope: Scope, name: "seq"): Promise<void> {
  await client.query("insert into org_counter (org_id, name) values ($1, $2) on conflict do nothing", [scope.orgId, name]);
  await client.query("select from org_counter where org_id = $1 and name = $2 for update", [scope.orgId, name]);
}

/**
 * Takes the next of an organization's gapless numbers. The counter's row stays locked until the transaction ends, so that
 * whoever takes one waits for the holder of the number before, and a number that is rolled back is taken again.
 */
export async function nextNumber(client: ClientBase, scope: Scope, name: "seq" | "batch"): Promise<number> {
  await client.query("insert into org_counter (org_id, name) values ($1, $2) on conflict do nothing", [scope.orgId, name]);
  const taken = await client.query<{ value: number }>("update org_counter set value = value + 1 where org_id = $1 and name = $2 returning value", [
    scope.orgId,
    name,
  ]);
  const value = taken.rows[0]?.value;
  if (value === undefined) throw new Error(`the counter ${name} of organization ${scope.orgId} cannot be taken`);
  return value;
}
