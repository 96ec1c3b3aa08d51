import type { Scope } from "@/lib/access/actor";
import { Role } from "@/lib/access/permissions";
import type { User, UsersQuery } from "@/lib/contracts/user";
import { AppError } from "@/lib/errors";
import { Prisma } from "./generated/prisma/client";
import { toInstantOrNull, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

const WITH_PARTNER = { partner: { select: { code: true, name: true } } } as const;
type Row = Prisma.AppUserGetPayload<{ include: typeof WITH_PARTNER }>;

type Account = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly partnerId: number | null;
  readonly passwordHash: string;
};

export function usersRepository(tx: Tx, scope: Scope) {
  return {
    /** People by e-mail address, after the address `after`. */
    async list({
      search,
      state,
      kind,
      after,
      limit,
    }: Pick<UsersQuery, "search" | "state" | "kind"> & { after: string | null; limit: number }): Promise<User[]> {
      staffOnly(scope);
      // strpos, not LIKE: a % or _ that someone types is a character like any other.
      const found = await tx.$queryRaw<{ id: number }[]>`
        select id from app_user where org_id = ${scope.orgId}
          ${after === null ? Prisma.empty : Prisma.sql`and email > ${after}`}
          ${search === undefined ? Prisma.empty : Prisma.sql`and (strpos(email, lower(${search})) > 0 or strpos(lower(name), lower(${search})) > 0)`}
          ${kind === undefined ? Prisma.empty : Prisma.sql`and (role = 'partner') = ${kind === "partner"}`}
          ${state === "all" ? Prisma.empty : Prisma.sql`and (removed_at is null) = ${state === "active"}`}
        order by email limit ${limit}`;
      const rows = await tx.appUser.findMany({
        where: { orgId: scope.orgId, id: { in: found.map(({ id }) => id) } },
        include: WITH_PARTNER,
        orderBy: { email: "asc" },
      });
      return rows.map(toUser);
    },
    /** @throws AppError conflict when the e-mail is taken in this organization */
    async create(account: Account): Promise<User> {
      staffOnly(scope);
      return toUser(await tx.appUser.create({ data: { orgId: scope.orgId, ...account }, include: WITH_PARTNER }));
    },
    /** Opens an account, or opens it anew for somebody who was removed; its tokens of then stay ended. @throws AppError conflict when the e-mail is taken */
    async admit(account: Account): Promise<{ id: number }> {
      staffOnly(scope);
      const { email, ...rest } = account;
      const earlier = await tx.appUser.findFirst({ where: { orgId: scope.orgId, email }, select: { id: true, removedAt: true } });
      if (earlier === null) return tx.appUser.create({ data: { orgId: scope.orgId, ...account }, select: { id: true } });
      if (earlier.removedAt === null) throw new AppError("conflict", `${email} has an account already. Sign in with it.`);
      await endTokens(earlier.id);
      return tx.appUser.update({
        where: { orgId_id: { orgId: scope.orgId, id: earlier.id } },
        data: { ...rest, removedAt: null },
        select: { id: true },
      });
    },
    /** The id and role of an account that can sign in; null when there is none of this e-mail. */
    async findActive(email: string): Promise<{ id: number; role: Role; name: string } | null> {
      staffOnly(scope);
      const row = await tx.appUser.findFirst({ where: { orgId: scope.orgId, email, removedAt: null }, select: { id: true, role: true, name: true } });
      return row === null ? null : { ...row, role: Role.parse(row.role) };
    },
    /** The account of this id, for its owner's eyes; null when removed. */
    async findAccount(id: number): Promise<{ email: string; name: string; passwordHash: string } | null> {
      staffOnly(scope);
      return tx.appUser.findFirst({ where: { orgId: scope.orgId, id, removedAt: null }, select: { email: true, name: true, passwordHash: true } });
    },
    /** Who of the organization itself can sign in, by name. */
    async listStaff(): Promise<{ email: string; name: string }[]> {
      staffOnly(scope);
      return tx.appUser.findMany({
        where: { orgId: scope.orgId, removedAt: null, role: { not: "partner" } },
        select: { email: true, name: true },
        orderBy: [{ name: "asc" }, { email: "asc" }],
      });
    },
    /** How many administrators can sign in. Their rows stay locked until the transaction ends, so that two removals cannot both leave one behind. */
    async lockAdmins(): Promise<number> {
      staffOnly(scope);
      const rows = await tx.$queryRaw<{ id: number }[]>`
        select id from app_user where org_id = ${scope.orgId} and role = 'admin' and removed_at is null order by id for update`;
      return rows.length;
    },
    async changeRole(id: number, role: Role, partnerId: number | null): Promise<User> {
      staffOnly(scope);
      return toUser(await tx.appUser.update({ where: { orgId_id: { orgId: scope.orgId, id } }, data: { role, partnerId }, include: WITH_PARTNER }));
    },
    /** Ends the account, every session and every token of it. */
    async remove(id: number): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`update app_user set removed_at = now(), sessions_valid_from = now() where org_id = ${scope.orgId} and id = ${id} and removed_at is null`;
      await endTokens(id);
    },
    async markSignedIn(id: number, at: Date): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`update app_user set last_signed_in_at = ${at} where org_id = ${scope.orgId} and id = ${id}`;
    },
    /** A new password; sessions signed in before `sessionsValidFrom` end. */
    async changePassword(id: number, passwordHash: string, sessionsValidFrom: Date): Promise<void> {
      staffOnly(scope);
      await tx.appUser.update({ where: { orgId_id: { orgId: scope.orgId, id } }, data: { passwordHash, sessionsValidFrom } });
    },
  };

  async function endTokens(userId: number): Promise<void> {
    await tx.$executeRaw`update api_token set revoked_at = now() where org_id = ${scope.orgId} and user_id = ${userId} and revoked_at is null`;
  }
}

function toUser(row: Row): User {
  return {
    email: row.email,
    name: row.name,
    role: Role.parse(row.role),
    partner: row.partner,
    createdAt: toIsoInstant(row.createdAt),
    lastSignedInAt: toInstantOrNull(row.lastSignedInAt),
    removedAt: toInstantOrNull(row.removedAt),
  };
}
