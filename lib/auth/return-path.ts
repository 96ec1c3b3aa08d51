/** The header in which proxy.ts tells pages the path that was asked for. Good for coming back after signing in, for nothing else. */
export const PATH_HEADER = "x-tierline-path";

/** Where to go after signing in: a path of this application, never another site. */
export function returnPath(next: string | null | undefined): string {
  if (!next?.startsWith("/")) return "/";
  const base = "http://this.invalid";
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  return url !== null && url.origin === base ? `${url.pathname}${url.search}` : "/";
}

export function signInPath(next: string | null | undefined): "/sign-in" | `/sign-in?next=${string}` {
  const path = returnPath(next);
  return path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}
