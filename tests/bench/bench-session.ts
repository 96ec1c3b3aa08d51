import { createUser } from "@/lib/services/settings/create-user";
import type { BenchOrganization } from "./bench-organization";

const PASSWORD = "benchmark-only-password";

/** Somebody who is signed in to the running application. */
export type BenchSession = { readonly baseUrl: string; readonly cookie: string };

export async function benchSession(
  { actor }: BenchOrganization,
  baseUrl: string,
  role: "finance" | "channel_manager" = "finance",
): Promise<BenchSession> {
  const email = `${role}@bench.example`;
  await createUser(actor, { email, name: "Bench", role, partner: null, password: PASSWORD });
  return { baseUrl, cookie: await signIn(baseUrl, email) };
}

/** The session cookie of the credentials sign-in, as a browser gets it. */
async function signIn(baseUrl: string, email: string): Promise<string> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(csrf), origin: baseUrl },
    body: new URLSearchParams({ csrfToken, email, password: PASSWORD, json: "true" }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("tierline-session")) throw new Error(`the benchmark could not sign in: ${answer.status}`);
  return cookie;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
