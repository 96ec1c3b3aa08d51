import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { ChangePassword } from "@/lib/contracts/session";
import { inScope } from "@/lib/db/scoped";
import { databaseNow } from "@/lib/db/sign-in";
import { AppError } from "@/lib/errors";
import { hashPassword, verifyPassword } from "./password";
import type { SignedIn } from "./sign-in";
import { throttle } from "./throttle";

/** Guesses at the present password in a quarter of an hour: a session left open is no way to learn it. */
const ATTEMPTS = 5;

/**
 * Gives a person a new password and ends every other session of theirs; the answer starts the one that stays. It reads the person's own
 * row and no other, so that a partner user's does not have to be opened to partner users.
 * @throws AppError forbidden for a token; unprocessable when the present password is not right
 */
export async function changePassword({ current, password }: ChangePassword, actor: Actor): Promise<SignedIn> {
  const { userId } = actor;
  if (actor.kind !== "user" || userId === null) throw new AppError("forbidden", "Only a person who is signed in changes a password.");
  const { orgId } = actor.authorize("organization.read");
  await throttle("password", actor.id, ATTEMPTS);
  const scope = { orgId, partnerId: null };
  const account = await inScope(scope, "read", (db) => db.users.findAccount(userId));
  if (account === null) throw new AppError("unauthenticated", "This account can no longer sign in.");
  if (!(await verifyPassword(current, account.passwordHash))) throw wrongPassword();
  const passwordHash = await hashPassword(password);
  return inScope(scope, "write", async (db) => {
    const signedInAt = await databaseNow();
    await db.users.changePassword(userId, passwordHash, signedInAt);
    await db.audit.append(actor, { action: "user.change_password", target: `user ${account.email}` });
    return { userId, orgId, signedInAt };
  });
}

function wrongPassword(): AppError {
  const message = "this is not your present password";
  return new AppError("unprocessable", `current: ${message}.`, { issues: [{ path: "current", message }] });
}
