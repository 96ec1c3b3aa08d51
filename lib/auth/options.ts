import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { errorFields, log } from "@/lib/log";
import { clientAddress } from "./client-address";
import { SESSION_SECONDS, sessionCookie, sessionSecret } from "./session-cookie";
import { signIn } from "./sign-in";

declare module "next-auth" {
  interface User {
    id: string;
    orgId: number;
    signedInAt: number;
  }
}

/** next-auth with e-mail and password. A function, since a build has no secret yet. */
export function authOptions(): AuthOptions {
  const cookie = sessionCookie();
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name: cookie.name, options: { httpOnly: true, sameSite: "lax", path: "/", secure: cookie.secure } } },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials, request) => {
          if (typeof credentials?.email !== "string" || typeof credentials.password !== "string") return null;
          const address = clientAddress(request.headers?.["x-forwarded-for"], env().TRUSTED_PROXIES);
          const signedIn = await signIn({ email: credentials.email, password: credentials.password, address }).catch(unavailable);
          return signedIn && { id: String(signedIn.userId), orgId: signedIn.orgId, signedInAt: signedIn.signedInAt.getTime() };
        },
      }),
    ],
    callbacks: {
      // `at` is ours and set once: next-auth's own issue time is renewed whenever the cookie is.
      jwt: ({ token, user }) => (user ? { sub: user.id, org: user.orgId, at: user.signedInAt } : token),
    },
    // The code only: what next-auth adds may hold what was typed.
    logger: {
      error: (code) => log("warn", "next_auth.error", { code }),
      warn: (code) => log("debug", "next_auth.warning", { code }),
      debug: () => undefined,
    },
  };
}

/** next-auth shows an error's message to whoever signs in: they learn one word, the log learns the rest. */
function unavailable(error: unknown): never {
  log("error", "sign_in.failed", errorFields(error));
  throw new Error("unavailable");
}
