import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/access/actor";
import { actorOfCookie } from "./cookie-actor";
import { PATH_HEADER, signInPath } from "./return-path";
import { sessionCookie } from "./session-cookie";

/** Who looks at this page; null when nobody is signed in. Read once per request. */
export const findActor = cache(async (): Promise<Actor | null> => actorOfCookie((await cookies()).get(sessionCookie().name)?.value));

/** Who looks at this page. Sends everybody else to the sign-in page, and back here afterwards. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor === null) redirect(signInPath((await headers()).get(PATH_HEADER)));
  return actor;
}
