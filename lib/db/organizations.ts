import "server-only";
import type { Scope } from "@/lib/access/actor";
import type { Organization } from "@/lib/contracts/session";
import { prisma } from "./client";
import { setScope, type Tx } from "./scope";

export function organizationsRepository(tx: Tx, scope: Scope) {
  return {
    /** The organization acted in. */
    async get(): Promise<Organization> {
      const { name, currency, fiscalStartMonth, timeZone, isDemo } = await tx.organization.findUniqueOrThrow({ where: { id: scope.orgId } });
      return { name, currency, fiscalStartMonth, timeZone, isDemo };
    },
  };
}

/** Founds an organization and gives its id. For set-up scripts and tests: nobody can act in it before it exists, so no service can. */
export async function createOrganization(organization: Organization): Promise<number> {
  return prisma().$transaction(async (tx) => {
    const [next] = await tx.$queryRaw<{ id: number }[]>`select nextval(pg_get_serial_sequence('organization', 'id'))::int as id`;
    if (next === undefined) throw new Error("the sequence of organization gives no number");
    await setScope(tx, { orgId: next.id, partnerId: null }); // row-level security lets nobody insert an organization but its own
    await tx.organization.create({ data: { id: next.id, ...organization } });
    return next.id;
  });
}
