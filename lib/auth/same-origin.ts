import { env } from "@/lib/env";

/** Cookies come along from any site, so a change needs the browser's word that it was our page. X-Forwarded-Host is anybody's word, and not asked. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const publicUrl = env().NEXTAUTH_URL;
  return publicUrl === undefined ? new URL(origin).host === request.headers.get("host") : new URL(origin).origin === new URL(publicUrl).origin;
}
