import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER, signInPath } from "@/lib/auth/return-path";
import { sessionCookie } from "@/lib/auth/session-cookie";

// Files and the API are not matched: a body that passes through here is cut at 10 MB. There is no `missing` rule: with one, a
// request header would be enough to get a page without its policy.
export const config = { matcher: ["/((?!api/|_next/static/|_next/image|favicon.ico|icon.svg).*)"] };

/**
 * Gives each page its content security policy, and sends visitors without a session cookie to the sign-in page for their
 * comfort. It decides nothing about access: every page and route asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = `${request.nextUrl.pathname}${request.nextUrl.search}`;
  if (!isPublic(request.nextUrl.pathname) && !request.cookies.has(sessionCookie().name)) {
    return NextResponse.redirect(new URL(signInPath(path), request.url));
  }
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy); // Next takes the nonce for its scripts from here
  headers.set(PATH_HEADER, path);
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL("/not-found", request.url), { request: { headers } }); // there is no such page either
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Pages for those who are not signed in yet. */
function isPublic(path: string): boolean {
  return path === "/sign-in" || path === "/sign-up" || path.startsWith("/invitation/");
}

/** Whether a path's escapes make text: Next fails on those that do not, with a bare 500. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development"; // React's debugging evaluates strings, Next injects styles
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'", // charts set the width and place of their marks
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
