import "server-only";
import { createHash } from "node:crypto";
import { Actor } from "@/lib/access/actor";
import { Email } from "@/lib/contracts/session";
import { inScope } from "@/lib/db/scoped";
import { type Account, databaseNow, findAccounts } from "@/lib/db/sign-in";
import { countAttempt, forgiveAttempt } from "@/lib/db/sign-in-throttle";
import { verifyPassword } from "./password";

/** Failed attempts in a quarter of an hour, per e-mail address (known or not) and per client address. */
export const ATTEMPTS = { account: 5, address: 50 } as const;

export type SignedIn = { readonly userId: number; readonly orgId: number; readonly signedInAt: Date };

/**
 * Checks an e-mail address and password. Null for every failure alike: no such account, removed, wrong password, too many
 * attempts. Where one person has the same password in two organizations, the older account is signed in.
 * @param address the client's address; null when it is not known, and then not limited
 */
export async function signIn(credentials: { email: string; password: string; address: string | null }): Promise<SignedIn | null> {
  const email = Email.safeParse(credentials.email);
  if (!email.success) return null;
  const accountKey = `account:${createHash("sha256").update(email.data).digest("hex")}`;
  const addressKey = credentials.address === null ? null : `address:${credentials.address.slice(0, 64)}`;

  const fromAddress = addressKey === null ? 0 : await countAttempt(addressKey);
  if (fromAddress > ATTEMPTS.address) return null; // and does not count against the account: else one address could lock everybody out
  const onAccount = await countAttempt(accountKey);
  const accounts = await findAccounts(email.data);
  if (onAccount > ATTEMPTS.account) {
    if (onAccount === ATTEMPTS.account + 1) await recordRefusal(accounts, email.data, "too_many_attempts");
    return null;
  }

  const account = await firstWithPassword(accounts, credentials.password);
  if (account === null) {
    await recordRefusal(accounts, email.data, "wrong_password");
    return null;
  }
  await forgiveAttempt(accountKey, addressKey);
  const signedInAt = await databaseNow();
  await inScope({ orgId: account.orgId, partnerId: null }, "write", async (db) => {
    await db.users.markSignedIn(account.id, signedInAt);
    await db.audit.append(Actor.fromUserRow(account), { action: "session.sign_in", target: `user ${email.data}` });
  });
  return { userId: account.id, orgId: account.orgId, signedInAt };
}

async function firstWithPassword(accounts: readonly Account[], password: string): Promise<Account | null> {
  for (const account of accounts) if (await verifyPassword(password, account.passwordHash)) return account;
  if (accounts.length === 0) await verifyPassword(password, null);
  return null;
}

async function recordRefusal(accounts: readonly Account[], email: string, reason: "wrong_password" | "too_many_attempts"): Promise<void> {
  for (const orgId of new Set(accounts.map((account) => account.orgId))) {
    await inScope({ orgId, partnerId: null }, "write", (db) =>
      db.audit.append(Actor.system(orgId, "sign-in"), { action: "session.refused", target: `user ${email}`, detail: { reason } }),
    );
  }
}
