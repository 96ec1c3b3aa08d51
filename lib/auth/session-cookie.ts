import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";

/** A session ends this long after signing in, however much it is used. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** What the cookie holds, encrypted: who, where, since when (milliseconds). Rights are never in it. */
const SessionClaims = z.object({ sub: z.string().regex(/^\d+$/), org: z.int().positive(), at: z.int().positive() });
export type SessionClaims = z.infer<typeof SessionClaims>;

export function sessionCookie(): { name: string; secure: boolean } {
  const secure = env().NEXTAUTH_URL?.startsWith("https://") ?? false;
  return { name: secure ? "__Host-tierline-session" : "tierline-session", secure };
}

export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (secret === undefined)
    throw new Error("NEXTAUTH_SECRET is not set. `npm start` sets it; with your own server, set it to 32 random bytes in hex.");
  return secret;
}

/** The claims of a session cookie; null when it is absent, forged, or over. */
export async function readSessionCookie(value: string | undefined): Promise<SessionClaims | null> {
  if (value === undefined || value === "") return null;
  const payload = await decode({ token: value, secret: sessionSecret() }).catch(() => null); // not made by us, or expired
  const claims = SessionClaims.safeParse(payload);
  return claims.success ? claims.data : null;
}

/** The Set-Cookie header that signs somebody in who has just proven who they are, as next-auth does after a password. */
export async function sessionCookieHeader({ userId, orgId, signedInAt }: { userId: number; orgId: number; signedInAt: Date }): Promise<string> {
  const { name, secure } = sessionCookie();
  const claims: SessionClaims = { sub: String(userId), org: orgId, at: signedInAt.getTime() };
  const value = await encode({ token: claims, secret: sessionSecret(), maxAge: SESSION_SECONDS });
  return `${name}=${value}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
