import "server-only";
import type { Role } from "@/lib/access/permissions";
import type { Invitation } from "@/lib/contracts/user";
import { prisma } from "./client";
import { invitationState } from "./invitations";
import { setScope } from "./scope";

export type InvitationRow = {
  readonly id: number;
  readonly orgId: number;
  readonly email: string;
  readonly role: Role;
  readonly partnerId: number | null;
  readonly organization: string;
  readonly partner: string | null;
  readonly state: Invitation["state"];
};

/** The invitation of one token's hash, whatever has become of it; null when there is none. Read before anybody is known: the database shows this row and no other. */
export async function findInvitation(tokenHash: string, at: Date): Promise<InvitationRow | null> {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.invitation_hash', ${tokenHash}, true)`;
    const [row] = await tx.$queryRaw<(Omit<InvitationRow, "organization" | "partner" | "state"> & Ends)[]>`
      select id, org_id as "orgId", email, role, partner_id as "partnerId", accepted_at as "acceptedAt", revoked_at as "revokedAt", expires_at as "expiresAt"
      from invitation where token_hash = ${tokenHash}`;
    if (row === undefined) return null;
    await setScope(tx, { orgId: row.orgId, partnerId: null });
    const [names] = await tx.$queryRaw<{ organization: string; partner: string | null }[]>`
      select o.name as organization, p.name as partner from organization o left join partner p on p.org_id = o.id and p.id = ${row.partnerId} where o.id = ${row.orgId}`;
    if (names === undefined) return null;
    const { acceptedAt, revokedAt, expiresAt, ...invitation } = row;
    return { ...invitation, ...names, state: invitationState({ acceptedAt, revokedAt, expiresAt }, at) };
  });
}

type Ends = { readonly acceptedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date };
