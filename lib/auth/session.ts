import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import { findSessionUser } from "@/lib/db/sign-in";
import { PATH_HEADER, signInPath } from "./return-path";
import { readSessionCookie, SESSION_SECONDS, sessionCookie } from "./session-cookie";

/** Who a session cookie speaks for, by the user's row of this moment; null when the session is over or its user removed. */
export async function actorOfCookie(value: string | undefined): Promise<Actor | null> {
  const claims = await readSessionCookie(value);
  if (claims === null || claims.at + SESSION_SECONDS * 1000 < now().getTime()) return null;
  const user = await findSessionUser(claims.org, Number(claims.sub));
  if (user === null || claims.at < user.sessionsValidFrom.getTime()) return null;
  return Actor.fromUserRow(user);
}

/** Who looks at this page; null when nobody is signed in. Read once per request. */
export const findActor = cache(async (): Promise<Actor | null> => actorOfCookie((await cookies()).get(sessionCookie().name)?.value));

/** Who looks at this page. Sends everybody else to the sign-in page, and back here afterwards. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor === null) redirect(signInPath((await headers()).get(PATH_HEADER)));
  return actor;
}
