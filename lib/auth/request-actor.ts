import "server-only";
import { Actor } from "@/lib/access/actor";
import { Permission } from "@/lib/access/permissions";
import { findTokenWithOwner } from "@/lib/db/sign-in";
import { AppError } from "@/lib/errors";
import { hashApiToken } from "./api-token";
import { actorOfCookie } from "./cookie-actor";
import { isSameOrigin } from "./same-origin";
import { sessionCookie } from "./session-cookie";

/**
 * Who sends a request to the API: the owner of its bearer token, else whoever its session cookie speaks for.
 * @throws AppError unauthenticated, or forbidden when a browser sent it from another site
 */
export async function actorFromRequest(request: Request): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return actorOfToken(authorization);
  const actor = await actorOfCookie(cookieOf(request, sessionCookie().name));
  if (actor === null) throw new AppError("unauthenticated", "Sign in, or send a token: `Authorization: Bearer tl_...`.");
  if (request.method !== "GET" && request.method !== "HEAD" && !isSameOrigin(request)) {
    throw new AppError("forbidden", "This request came from another site. Use the application's own pages, or send a token instead of a cookie.");
  }
  return actor;
}

async function actorOfToken(authorization: string): Promise<Actor> {
  const token = /^Bearer (tl_[\w-]{43})$/i.exec(authorization)?.[1];
  const found = token === undefined ? null : await findTokenWithOwner(hashApiToken(token));
  if (found === null) throw new AppError("unauthenticated", "This token is not known, has expired or was revoked. An administrator makes tokens.");
  const scopes = found.token.scopes.flatMap((scope) => Permission.safeParse(scope).data ?? []); // a permission that no longer exists opens nothing
  return Actor.fromTokenRow({ id: found.token.id, name: found.token.name, scopes }, found.owner);
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
