import "server-only";
import { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import type { AcceptInvitation, InvitationOffer } from "@/lib/contracts/user";
import { findInvitation } from "@/lib/db/invitation-by-token";
import { inScope } from "@/lib/db/scoped";
import { databaseNow } from "@/lib/db/sign-in";
import { AppError } from "@/lib/errors";
import { hashInvitationToken } from "./invitation-token";
import { hashPassword } from "./password";
import type { SignedIn } from "./sign-in";
import { throttle } from "./throttle";

/** From one client address, or from all that are not known, in a quarter of an hour. */
const ATTEMPTS = 60;

/** What a link offers. A token is as long as a key: whoever holds one was sent it, and may learn what became of it. */
export async function readInvitation(token: string): Promise<InvitationOffer> {
  const found = await findInvitation(hashInvitationToken(token), now());
  if (found === null) return { state: "unknown" };
  const { state, email, role, organization, partner } = found;
  return state === "open" ? { state, email, role, organization, partner } : { state };
}

/** Opens the account that an invitation offers, and signs its holder in. Of two at the same moment one succeeds. @throws AppError conflict when it has ended */
export async function acceptInvitation({ token, name, password }: AcceptInvitation, { address }: { address: string | null }): Promise<SignedIn> {
  await throttle("invitation", address ?? "unknown address", ATTEMPTS);
  const invitation = await findInvitation(hashInvitationToken(token), now());
  if (invitation === null || invitation.state !== "open") throw ended();
  const { id, orgId, email, role, partnerId } = invitation;
  const passwordHash = await hashPassword(password);
  return inScope({ orgId, partnerId: null }, "write", async (db) => {
    if (!(await db.invitations.accept(id))) throw ended();
    const user = await db.users.admit({ email, name, role, partnerId, passwordHash });
    const signedInAt = await databaseNow();
    await db.users.markSignedIn(user.id, signedInAt);
    await db.audit.append(Actor.fromUserRow({ id: user.id, orgId, name, role, partnerId }), {
      action: "invitation.accept",
      target: `user ${email}`,
      detail: { invitation: id, name, role },
    });
    return { userId: user.id, orgId, signedInAt };
  });
}

function ended(): AppError {
  return new AppError("conflict", "This invitation was used, was revoked or has expired. Ask whoever invited you for a new link.");
}
