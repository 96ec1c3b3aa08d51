import "server-only";
import { pool } from "./client";
import { inTransaction } from "./transaction";

export type OrganizationEntry = { readonly id: number; readonly name: string };

/**
 * Every organization of the database, oldest first: for set-up scripts and the command line, which act before an organization is
 * chosen. Row-level security shows one organization at a time, so they are visited one by one.
 */
export async function listOrganizations(): Promise<OrganizationEntry[]> {
  const sequence = await pool().query<{ last: number | null }>(
    "select pg_sequence_last_value(pg_get_serial_sequence('organization', 'id')::regclass)::int as last",
  );
  const found: OrganizationEntry[] = [];
  for (let id = 1; id <= (sequence.rows[0]?.last ?? 0); id++) {
    found.push(
      ...(await inTransaction({ orgId: id, partnerId: null }, async (client) => {
        const { rows } = await client.query<OrganizationEntry>("select id, name from organization where id = $1", [id]);
        return rows;
      })),
    );
  }
  return found;
}
