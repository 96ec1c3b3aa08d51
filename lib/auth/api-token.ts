import { createHash, randomBytes } from "node:crypto";

/** Starts every token, so that people and secret scanners know one when they see it. */
const TOKEN_PREFIX = "tl_";

/** A new token with what is kept of it: its first characters and its SHA-256. */
export function newApiToken(): { token: string; prefix: string; tokenHash: string } {
  const token = TOKEN_PREFIX + randomBytes(32).toString("base64url");
  return { token, prefix: token.slice(0, TOKEN_PREFIX.length + 6), tokenHash: hashApiToken(token) };
}

export function hashApiToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
