"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { postToAuth } from "./post-to-auth";
import { useHydrated } from "./use-hydrated";

type SignInFormProps = { /** Where to go afterwards: a path of this application. */ readonly next: string };

const REFUSED = "The e-mail or the password is not right. After five failed attempts an account waits a quarter of an hour.";
const FAILED = "Signing in does not work at the moment. Check the connection and try again.";

export function SignInForm({ next }: SignInFormProps) {
  const hydrated = useHydrated();
  const [pending, setPending] = useState(false);
  const [visible, setVisible] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setProblem(null);
    const refusal = await attempt(String(form.get("email")), String(form.get("password")));
    if (refusal === null) window.location.assign(next);
    else {
      setProblem(refusal);
      setPending(false);
    }
  }

  return (
    <form onSubmit={signIn} method="post" className="space-y-4" aria-busy={pending}>
      <Field
        label="E-mail"
        control={(ids) => (
          <input {...ids} name="email" type="email" required autoComplete="username" spellCheck={false} className={`${CONTROL} h-10!`} />
        )}
      />
      <div className="relative">
        <Field
          label="Password"
          control={(ids) => (
            <input
              {...ids}
              name="password"
              type={visible ? "text" : "password"}
              required
              autoComplete="current-password"
              className={`${CONTROL} h-10! pr-16!`}
            />
          )}
        />
        <button
          type="button"
          aria-label={visible ? "Hide password" : "Show password"}
          onClick={() => setVisible(!visible)}
          className="absolute right-1.5 bottom-1.5 h-7 rounded px-2 text-xs font-medium text-muted hover:bg-hover hover:text-ink"
        >
          {visible ? "Hide" : "Show"}
        </button>
      </div>
      {problem !== null && <Notice tone="bad">{problem}</Notice>}
      <Button type="submit" look="primary" className="h-10! w-full" disabled={pending || !hydrated}>
        {pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}

/** Null when signed in, else what to tell. */
async function attempt(email: string, password: string): Promise<string | null> {
  try {
    const answer = await postToAuth("/api/auth/callback/credentials", { email, password });
    const error = answer.searchParams.get("error");
    return error === null ? null : error === "CredentialsSignin" ? REFUSED : FAILED;
  } catch {
    return FAILED;
  }
}
