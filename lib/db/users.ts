import type { Scope } from "@/lib/access/actor";
import { Role } from "@/lib/access/permissions";
import type { User } from "@/lib/contracts/session";
import type { Prisma } from "./generated/prisma/client";
import { toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

const WITH_PARTNER = { partner: { select: { code: true, name: true } } } as const;
type Row = Prisma.AppUserGetPayload<{ include: typeof WITH_PARTNER }>;

export function usersRepository(tx: Tx, scope: Scope) {
  return {
    /** Everybody who has or had an account, by e-mail. */
    async list(): Promise<User[]> {
      staffOnly(scope);
      const rows = await tx.appUser.findMany({ where: { orgId: scope.orgId }, include: WITH_PARTNER, orderBy: { email: "asc" } });
      return rows.map(toUser);
    },
    /** @throws AppError conflict when the e-mail is taken in this organization */
    async create(user: { email: string; name: string; role: Role; partnerId: number | null; passwordHash: string }): Promise<User> {
      staffOnly(scope);
      return toUser(await tx.appUser.create({ data: { orgId: scope.orgId, ...user }, include: WITH_PARTNER }));
    },
    /** The id and role of an account that can sign in; null when there is none of this e-mail. */
    async findActive(email: string): Promise<{ id: number; role: Role; name: string } | null> {
      staffOnly(scope);
      const row = await tx.appUser.findFirst({ where: { orgId: scope.orgId, email, removedAt: null }, select: { id: true, role: true, name: true } });
      return row === null ? null : { ...row, role: Role.parse(row.role) };
    },
    /** How many administrators can sign in. Their rows stay locked until the transaction ends, so that two removals cannot both leave one behind. */
    async lockAdmins(): Promise<number> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ id: number }[]>`
        select id from app_user where org_id = ${scope.orgId} and role = 'admin' and removed_at is null order by id for update`;
      return rows.length;
    },
    /** Ends the account and every session of it. */
    async remove(id: number): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`update app_user set removed_at = now(), sessions_valid_from = now() where org_id = ${scope.orgId} and id = ${id} and removed_at is null`;
    },
  };
}

function toUser(row: Row): User {
  return {
    email: row.email,
    name: row.name,
    role: Role.parse(row.role),
    partner: row.partner,
    createdAt: toIsoInstant(row.createdAt),
    removedAt: row.removedAt === null ? null : toIsoInstant(row.removedAt),
  };
}
