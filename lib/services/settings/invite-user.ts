import { INVITATION_DAYS, newInvitationToken } from "@/lib/auth/invitation-token";
import { now } from "@/lib/clock";
import { type CreatedInvitation, InviteUser } from "@/lib/contracts/user";
import { env } from "@/lib/env";
import { type AppError, faultAt } from "@/lib/errors";
import { sendMail } from "@/lib/mail";
import { command } from "../define-service";
import { invitationMail } from "./invitation-mail";
import { partnerOfUser } from "./partner-of-user";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Invites an e-mail address to open an account. The answer holds the link, this once; an earlier invitation of the same address ends. */
export const inviteUser = command({
  permission: "user.manage",
  input: InviteUser,
  run: async ({ actor, db }, { email, role, partner }): Promise<CreatedInvitation & { organization: string }> => {
    if ((await db.users.findActive(email)) !== null) throw taken(email);
    const partnerId = await partnerOfUser(db, partner);
    const { token, tokenHash } = newInvitationToken();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS);
    await db.invitations.revokeFor(email);
    const invitation = await db.invitations.create({ email, role, partnerId, tokenHash, invitedBy: actor.name, createdAt, expiresAt });
    await db.audit.append(actor, {
      action: "invitation.create",
      target: `user ${email}`,
      detail: { invitation: invitation.id, role, partner, expiresAt: invitation.expiresAt },
    });
    const { name } = await db.organizations.get();
    return { ...invitation, organization: name, link: invitationLink(token), mail: "off" };
  },
  // Only what is stored is mailed; mail that does not leave changes nothing, for the link can be copied.
  afterwards: async (invitation) => ({ ...invitation, mail: await sendMail(invitationMail(invitation)) }),
});

function invitationLink(token: string): string {
  return new URL(`/invitation/${token}`, env().NEXTAUTH_URL ?? "http://localhost:3000").href;
}

function taken(email: string): AppError {
  return faultAt("conflict", "email", `${email} has an account already`);
}
