import "server-only";
import type { Role } from "@/lib/access/permissions";
import { prisma, sidePool } from "./client";
import { setScope, type Tx } from "./scope";

/** A user as of this moment. Only of those who are not removed. */
export type UserRow = { readonly id: number; readonly orgId: number; readonly name: string; readonly role: Role; readonly partnerId: number | null };
export type Account = UserRow & { readonly passwordHash: string };
export type SessionUser = UserRow & { readonly sessionsValidFrom: Date };
export type TokenRow = {
  readonly id: number;
  readonly orgId: number;
  readonly userId: number;
  readonly name: string;
  readonly scopes: string[];
  readonly usedRecently: boolean;
};

/** The accounts of one e-mail address in every organization, oldest first. Read before anybody is known: the database shows these rows and no others. */
export async function findAccounts(email: string): Promise<Account[]> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.sign_in_email', ${email}, true)`;
    return tx.$queryRaw<Account[]>`
      select id, org_id as "orgId", name, role, partner_id as "partnerId", password_hash as "passwordHash"
      from app_user where email = ${email} and removed_at is null order by created_at, id`;
  });
}

/** The user a session speaks of; null when removed. */
export async function findSessionUser(orgId: number, userId: number): Promise<SessionUser | null> {
  return prisma().$transaction(async (tx) => {
    await setScope(tx, { orgId, partnerId: null });
    return readUser(tx, orgId, userId);
  });
}

/** The token of this hash with its owner; null when there is none, or it is revoked or expired, or its owner is removed. Marks it used, at most once a minute. */
export async function findTokenWithOwner(tokenHash: string): Promise<{ token: TokenRow; owner: UserRow } | null> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.token_hash', ${tokenHash}, true)`;
    const [token] = await tx.$queryRaw<TokenRow[]>`
      select id, org_id as "orgId", user_id as "userId", name, scopes, coalesce(last_used_at > now() - interval '1 minute', false) as "usedRecently"
      from api_token where token_hash = ${tokenHash} and revoked_at is null and (expires_at is null or expires_at > now())`;
    if (token === undefined) return null;
    await setScope(tx, { orgId: token.orgId, partnerId: null });
    const owner = await readUser(tx, token.orgId, token.userId);
    if (owner === null) return null;
    if (!token.usedRecently) await tx.$executeRaw`update api_token set last_used_at = now() where org_id = ${token.orgId} and id = ${token.id}`;
    return { token, owner };
  });
}

/** The database's clock, which also says since when sessions are valid: one clock for both. */
export async function databaseNow(): Promise<Date> {
  // Beside whatever transaction the caller is in: one that waited for a second connection of the same pool could wait for ever.
  const { rows } = await sidePool().query<{ now: Date }>("select clock_timestamp() as now");
  if (rows[0] === undefined) throw new Error("the database does not say what time it is");
  return rows[0].now;
}

async function readUser(tx: Tx, orgId: number, userId: number): Promise<SessionUser | null> {
  const [user] = await tx.$queryRaw<SessionUser[]>`
    select id, org_id as "orgId", name, role, partner_id as "partnerId", sessions_valid_from as "sessionsValidFrom"
    from app_user where org_id = ${orgId} and id = ${userId} and removed_at is null`;
  return user ?? null;
}
