import { now } from "@/lib/clock";
import { type Invitation, InvitationRef } from "@/lib/contracts/user";
import { AppError } from "@/lib/errors";
import { command } from "../define-service";

/** Ends an invitation at once: its link opens nothing any more. Revoking it again changes nothing. */
export const revokeInvitation = command({
  permission: "user.manage",
  input: InvitationRef,
  run: async ({ actor, db }, { id }): Promise<Invitation> => {
    const ended = await db.invitations.revoke(id);
    const invitation = await db.invitations.find(id, now());
    if (invitation === null) throw new AppError("not_found", `There is no invitation ${id}.`);
    if (ended) await db.audit.append(actor, { action: "invitation.revoke", target: `user ${invitation.email}`, detail: { invitation: id } });
    return invitation;
  },
});
