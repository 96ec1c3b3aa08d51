"use client";

import type { FormEvent } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { useHydrated } from "@/components/shell/use-hydrated";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

type SignUpFormProps = { readonly currencies: readonly string[] };

const FIELDS = ["organization", "currency", "name", "email", "password"];
const TALL = `${CONTROL} h-10!`;

export function SignUpForm({ currencies }: SignUpFormProps) {
  const { pending, errors, problem, submit } = useSubmission(FIELDS);
  const hydrated = useHydrated();

  async function signUp(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = Object.fromEntries(FIELDS.map((field) => [field, form.get(field)]));
    if (await submit(() => apiRequest("POST", "/api/access/sign-up", body))) window.location.assign("/");
  }

  return (
    <form onSubmit={signUp} method="post" className="space-y-4" aria-busy={pending}>
      <Field
        label="Organization"
        hint="The manufacturer whose distributors are tiered."
        error={errors.organization}
        control={(ids) => <input {...ids} name="organization" required maxLength={120} autoComplete="organization" className={TALL} />}
      />
      <Field
        label="Currency"
        hint="Results are shown in it. It can be changed until the first program is published."
        error={errors.currency}
        control={(ids) => (
          <select {...ids} name="currency" defaultValue="USD" className={TALL}>
            {currencies.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        )}
      />
      <Field
        label="Your name"
        error={errors.name}
        control={(ids) => <input {...ids} name="name" required maxLength={120} autoComplete="name" className={TALL} />}
      />
      <Field
        label="E-mail"
        hint="You sign in with it."
        error={errors.email}
        control={(ids) => <input {...ids} name="email" type="email" required autoComplete="username" spellCheck={false} className={TALL} />}
      />
      <Field
        label="Password"
        hint="At least 12 characters; a few words make a good password."
        error={errors.password}
        control={(ids) => <input {...ids} name="password" type="password" required autoComplete="new-password" className={TALL} />}
      />
      {problem !== null && (
        <Notice tone="bad" title="Nothing was created">
          {problem}
        </Notice>
      )}
      <Button type="submit" look="primary" className="h-10! w-full" disabled={pending || !hydrated}>
        {pending ? "Creating…" : "Create the organization"}
      </Button>
      <p className="text-sm text-muted">
        You have an account? <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </form>
  );
}
