import "server-only";
import type { Scope } from "@/lib/access/actor";
import type { UpdateOrganization } from "@/lib/contracts/organization";
import type { Organization } from "@/lib/contracts/session";
import { prisma } from "./client";
import { setScope, type Tx } from "./scope";
import { staffOnly } from "./staff-only";

export function organizationsRepository(tx: Tx, scope: Scope) {
  return {
    /** The organization acted in. */
    async get(): Promise<Organization> {
      const { id: _id, createdAt: _createdAt, ...organization } = await tx.organization.findUniqueOrThrow({ where: { id: scope.orgId } });
      return organization;
    },
    /** Whether results are written down in its currency. */
    async isCurrencyInUse(): Promise<boolean> {
      staffOnly(scope);
      const [row] = await tx.$queryRaw<{ inUse: boolean }[]>`select currency_in_use(${scope.orgId}) as "inUse"`;
      return row?.inUse ?? true;
    },
    /** Whether the database, too, knows a time zone: it tells the days apart. */
    async knowsTimeZone(name: string): Promise<boolean> {
      const [row] = await tx.$queryRaw<{ known: boolean }[]>`select exists (select from pg_timezone_names where name = ${name}) as known`;
      return row?.known ?? false;
    },
    /** Its row stays locked until the transaction ends. */
    async update(organization: UpdateOrganization): Promise<void> {
      staffOnly(scope);
      await tx.organization.update({ where: { id: scope.orgId }, data: organization });
    },
  };
}

/** Its week starts on Monday unless it says otherwise. */
export type NewOrganization = Omit<Organization, "weekStart"> & Partial<Pick<Organization, "weekStart">>;

/** Founds an organization and gives its id. For set-up scripts and tests: nobody can act in it before it exists, so no service can. */
export async function createOrganization(organization: NewOrganization): Promise<number> {
  return prisma().$transaction((tx) => insertOrganization(tx, organization));
}

/** The new organization's id; from here on the transaction acts in it. */
export async function insertOrganization(tx: Tx, organization: NewOrganization): Promise<number> {
  const [next] = await tx.$queryRaw<{ id: number }[]>`select nextval(pg_get_serial_sequence('organization', 'id'))::int as id`;
  if (next === undefined) throw new Error("the sequence of organization gives no number");
  await setScope(tx, { orgId: next.id, partnerId: null }); // row-level security lets nobody insert an organization but its own
  await tx.organization.create({ data: { id: next.id, ...organization } });
  return next.id;
}
