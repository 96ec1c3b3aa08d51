"use client";

import type { FormEvent } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { useHydrated } from "@/components/shell/use-hydrated";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

type AcceptFormProps = { readonly email: string; readonly token: string };

export function AcceptForm({ email, token }: AcceptFormProps) {
  const { pending, errors, problem, submit } = useSubmission(["name", "password"]);
  const hydrated = useHydrated();

  async function accept(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { token, name: form.get("name"), password: form.get("password") };
    if (await submit(() => apiRequest("POST", "/api/access/invitation", body))) window.location.assign("/");
  }

  return (
    <form onSubmit={accept} method="post" className="space-y-4" aria-busy={pending}>
      <Field
        label="E-mail"
        hint="You sign in with it."
        control={(ids) => <input {...ids} readOnly value={email} autoComplete="username" className={`${CONTROL} h-10! bg-sunken!`} />}
      />
      <Field
        label="Your name"
        error={errors.name}
        control={(ids) => <input {...ids} name="name" required maxLength={120} autoComplete="name" className={`${CONTROL} h-10!`} />}
      />
      <Field
        label="Password"
        hint="At least 12 characters; a few words make a good password."
        error={errors.password}
        control={(ids) => <input {...ids} name="password" type="password" required autoComplete="new-password" className={`${CONTROL} h-10!`} />}
      />
      {problem !== null && (
        <Notice tone="bad" title="The account was not opened">
          {problem}
        </Notice>
      )}
      <Button type="submit" look="primary" className="h-10! w-full" disabled={pending || !hydrated}>
        {pending ? "Opening the account…" : "Open the account"}
      </Button>
    </form>
  );
}
