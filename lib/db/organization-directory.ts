import "server-only";
import { prisma } from "./client";
import { setScope } from "./scope";

export type OrganizationEntry = { readonly id: number; readonly name: string };

/**
 * Every organization of the database, oldest first: for set-up scripts and the command line, which act before an organization is
 * chosen. Row-level security shows one organization at a time, so they are visited one by one.
 */
export async function listOrganizations(): Promise<OrganizationEntry[]> {
  const [sequence] = await prisma().$queryRaw<{ last: number | null }[]>`
    select pg_sequence_last_value(pg_get_serial_sequence('organization', 'id')::regclass)::int as last`;
  const found: OrganizationEntry[] = [];
  for (let id = 1; id <= (sequence?.last ?? 0); id++) {
    const organization = await prisma().$transaction(async (tx) => {
      await setScope(tx, { orgId: id, partnerId: null });
      return tx.organization.findUnique({ where: { id }, select: { id: true, name: true } });
    });
    if (organization !== null) found.push(organization);
  }
  return found;
}
