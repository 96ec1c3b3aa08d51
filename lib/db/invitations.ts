import type { Scope } from "@/lib/access/actor";
import { Role } from "@/lib/access/permissions";
import type { Invitation } from "@/lib/contracts/user";
import type { Prisma } from "./generated/prisma/client";
import { toIsoInstant } from "./rows";
import type { Tx } from "./scope";
import { staffOnly } from "./staff-only";

const WITH_PARTNER = { partner: { select: { code: true, name: true } } } as const;
type Row = Prisma.InvitationGetPayload<{ include: typeof WITH_PARTNER }>;

export function invitationsRepository(tx: Tx, scope: Scope) {
  return {
    /** The newest invitations, newest first. `at`: the instant by which some have expired. */
    async list(at: Date, limit: number): Promise<Invitation[]> {
      staffOnly(scope);
      const rows = await tx.invitation.findMany({ where: { orgId: scope.orgId }, include: WITH_PARTNER, orderBy: { id: "desc" }, take: limit });
      return rows.map((row) => toInvitation(row, at));
    },
    async find(id: number, at: Date): Promise<Invitation | null> {
      staffOnly(scope);
      const row = await tx.invitation.findFirst({ where: { orgId: scope.orgId, id }, include: WITH_PARTNER });
      return row === null ? null : toInvitation(row, at);
    },
    async create(invitation: {
      email: string;
      role: Role;
      partnerId: number | null;
      tokenHash: string;
      invitedBy: string;
      createdAt: Date;
      expiresAt: Date;
    }): Promise<Invitation> {
      staffOnly(scope);
      const row = await tx.invitation.create({ data: { orgId: scope.orgId, ...invitation }, include: WITH_PARTNER });
      return toInvitation(row, invitation.createdAt);
    },
    /** Ends an invitation that was neither accepted nor revoked. False when it had ended. */
    async revoke(id: number): Promise<boolean> {
      staffOnly(scope);
      return (
        (await tx.$executeRaw`update invitation set revoked_at = now() where org_id = ${scope.orgId} and id = ${id} and accepted_at is null and revoked_at is null`) ===
        1
      );
    },
    /** Ends what is open for this e-mail address: it gets a new link. */
    async revokeFor(email: string): Promise<void> {
      staffOnly(scope);
      await tx.$executeRaw`update invitation set revoked_at = now() where org_id = ${scope.orgId} and email = ${email} and accepted_at is null and revoked_at is null`;
    },
    /** Uses an invitation up. False when somebody else was first, or it was revoked or has expired. */
    async accept(id: number): Promise<boolean> {
      staffOnly(scope);
      return (
        (await tx.$executeRaw`
        update invitation set accepted_at = now()
        where org_id = ${scope.orgId} and id = ${id} and accepted_at is null and revoked_at is null and expires_at > now()`) === 1
      );
    },
  };
}

function toInvitation(row: Row, at: Date): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: Role.parse(row.role),
    partner: row.partner,
    invitedBy: row.invitedBy,
    createdAt: toIsoInstant(row.createdAt),
    expiresAt: toIsoInstant(row.expiresAt),
    state: invitationState(row, at),
  };
}

/** What has become of an invitation by an instant. */
export function invitationState(row: Pick<Row, "acceptedAt" | "revokedAt" | "expiresAt">, at: Date): Invitation["state"] {
  if (row.acceptedAt !== null) return "accepted";
  if (row.revokedAt !== null) return "revoked";
  return row.expiresAt <= at ? "expired" : "open";
}
