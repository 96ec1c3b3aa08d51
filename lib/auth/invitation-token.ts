import { createHash, randomBytes } from "node:crypto";

/** How long a link to accept an invitation works. */
export const INVITATION_DAYS = 7;

/** A new token with what is kept of it, its SHA-256. */
export function newInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashInvitationToken(token) };
}

export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
