import type { Scope } from "@/lib/access/actor";
import type { Prisma } from "./generated/prisma/client";

/** A Prisma transaction in which the scope's settings for row-level security are set. */
export type Tx = Prisma.TransactionClient;

/** The first wall: the part of a WHERE that keeps a query within its scope, for tables with org_id and partner_id. */
export function ownRows(scope: Scope): { orgId: number; partnerId?: number } {
  return scope.partnerId === null ? { orgId: scope.orgId } : { orgId: scope.orgId, partnerId: scope.partnerId };
}

/** The settings that the second wall, row-level security, reads; local to the transaction. */
export async function setScope(tx: Tx, scope: Scope): Promise<void> {
  await tx.$executeRaw`select set_config('app.org_id', ${String(scope.orgId)}, true), set_config('app.partner_id', ${scope.partnerId === null ? "" : String(scope.partnerId)}, true)`;
}
