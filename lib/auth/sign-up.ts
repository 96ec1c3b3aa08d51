import "server-only";
import { createHash } from "node:crypto";
import { Actor } from "@/lib/access/actor";
import type { SignUp } from "@/lib/contracts/sign-up";
import { inNewOrganization } from "@/lib/db/scoped";
import { databaseNow } from "@/lib/db/sign-in";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { hashPassword } from "./password";
import type { SignedIn } from "./sign-in";
import { throttle } from "./throttle";

/** Organizations in a quarter of an hour: for one e-mail address, from one client address, and from all clients that are not known. */
const ATTEMPTS = { email: 5, address: 10, unknown: 50 } as const;

/** Founds an organization with its first administrator, and signs that person in. @throws AppError not_found where the server does not allow it */
export async function signUp({ organization, currency, name, email, password }: SignUp, { address }: { address: string | null }): Promise<SignedIn> {
  if (!env().ALLOW_SIGNUP) throw new AppError("not_found", "Organizations are not created here. Ask whoever runs this server for an invitation.");
  await throttle("sign_up", address ?? "unknown address", address === null ? ATTEMPTS.unknown : ATTEMPTS.address);
  await throttle("sign_up", createHash("sha256").update(email).digest("hex"), ATTEMPTS.email);
  const passwordHash = await hashPassword(password);
  const founded = { name: organization, currency, fiscalStartMonth: 1, timeZone: "UTC", isDemo: false };
  return inNewOrganization(founded, async (db, orgId) => {
    const { id } = await db.users.admit({ email, name, role: "admin", partnerId: null, passwordHash });
    const signedInAt = await databaseNow();
    await db.users.markSignedIn(id, signedInAt);
    const founder = Actor.fromUserRow({ id, orgId, name, role: "admin", partnerId: null });
    await db.audit.append(founder, { action: "organization.create", target: `organization ${organization}`, detail: { currency } });
    await db.audit.append(founder, { action: "user.create", target: `user ${email}`, detail: { name, role: "admin", partner: null } });
    return { userId: id, orgId, signedInAt };
  });
}
