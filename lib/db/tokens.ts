import type { Scope } from "@/lib/access/actor";
import { Permission } from "@/lib/access/permissions";
import type { ApiToken } from "@/lib/contracts/token";
import type { Prisma } from "./generated/prisma/client";
import { toInstantOrNull, toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

const WITH_OWNER = { user: { select: { email: true } } } as const;
type Row = Prisma.ApiTokenGetPayload<{ include: typeof WITH_OWNER }>;

export function tokensRepository(tx: Tx, scope: Scope) {
  return {
    /** Every token ever made, newest first, before the id `before`. */
    async list({ before, limit }: { before: number | null; limit: number }): Promise<ApiToken[]> {
      staffOnly(scope);
      const rows = await tx.apiToken.findMany({
        where: { orgId: scope.orgId, ...(before !== null && { id: { lt: before } }) },
        include: WITH_OWNER,
        orderBy: { id: "desc" },
        take: limit,
      });
      return rows.map(toToken);
    },
    async find(id: number): Promise<ApiToken | null> {
      staffOnly(scope);
      const row = await tx.apiToken.findFirst({ where: { orgId: scope.orgId, id }, include: WITH_OWNER });
      return row === null ? null : toToken(row);
    },
    async create(token: {
      name: string;
      prefix: string;
      tokenHash: string;
      scopes: Permission[];
      userId: number;
      expiresAt: Date | null;
    }): Promise<ApiToken> {
      staffOnly(scope);
      return toToken(await tx.apiToken.create({ data: { orgId: scope.orgId, ...token }, include: WITH_OWNER }));
    },
    /** Ends a token. False when it had ended already. */
    async revoke(id: number): Promise<boolean> {
      staffOnly(scope);
      return (
        (await tx.$executeRaw`update api_token set revoked_at = now() where org_id = ${scope.orgId} and id = ${id} and revoked_at is null`) === 1
      );
    },
  };
}

function toToken(row: Row): ApiToken {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: Permission.array().parse(row.scopes),
    owner: row.user.email,
    createdAt: toIsoInstant(row.createdAt),
    expiresAt: toInstantOrNull(row.expiresAt),
    revokedAt: toInstantOrNull(row.revokedAt),
    lastUsedAt: toInstantOrNull(row.lastUsedAt),
  };
}
