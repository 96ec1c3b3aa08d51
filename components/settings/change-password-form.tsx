"use client";

import { type FormEvent, useRef, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { useHydrated } from "@/components/shell/use-hydrated";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

const FIELDS = ["current", "password"];

export function ChangePasswordForm() {
  const form = useRef<HTMLFormElement>(null);
  const { pending, errors, problem, submit } = useSubmission(FIELDS);
  const hydrated = useHydrated();
  const [changed, setChanged] = useState(false);

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setChanged(false);
    const done = await submit(() => apiRequest("POST", "/api/access/password", Object.fromEntries(FIELDS.map((name) => [name, given.get(name)]))));
    if (done) form.current?.reset();
    setChanged(done);
  }

  return (
    <form ref={form} onSubmit={change} method="post" className="max-w-sm space-y-4" aria-busy={pending}>
      <Field
        label="Present password"
        error={errors.current}
        control={(ids) => <input {...ids} name="current" type="password" required autoComplete="current-password" className={CONTROL} />}
      />
      <Field
        label="New password"
        hint="At least 12 characters; a few words make a good password."
        error={errors.password}
        control={(ids) => <input {...ids} name="password" type="password" required autoComplete="new-password" className={CONTROL} />}
      />
      {problem !== null && (
        <Notice tone="bad" title="The password was not changed">
          {problem}
        </Notice>
      )}
      {changed && <Notice tone="good">Your password is changed, and every other session of yours has ended.</Notice>}
      <Button type="submit" look="primary" disabled={pending || !hydrated}>
        {pending ? "Changing…" : "Change password"}
      </Button>
    </form>
  );
}
