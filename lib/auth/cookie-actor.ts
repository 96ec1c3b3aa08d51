import "server-only";
import { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import { findSessionUser } from "@/lib/db/sign-in";
import { readSessionCookie, SESSION_SECONDS } from "./session-cookie";

/** Who a session cookie speaks for, by the user's row of this moment; null when the session is over or its user removed. */
export async function actorOfCookie(value: string | undefined): Promise<Actor | null> {
  const claims = await readSessionCookie(value);
  if (claims === null || claims.at + SESSION_SECONDS * 1000 < now().getTime()) return null;
  const user = await findSessionUser(claims.org, Number(claims.sub));
  if (user === null || claims.at < user.sessionsValidFrom.getTime()) return null;
  return Actor.fromUserRow(user);
}
