"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { useSubmission } from "@/components/api/use-submission";
import { Button } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { CreatedToken } from "@/lib/contracts/token";
import { ScopeChoice } from "./scope-choice";

/** Somebody a token can act as, and what the token can then be made for. */
export type TokenOwner = {
  readonly email: string;
  readonly name: string;
  readonly isSelf: boolean;
  readonly scopes: CreatedToken["scopes"];
};
type CreateTokenFormProps = { readonly owners: readonly TokenOwner[] };

const LIVES = [
  { days: "30", label: "30 days" },
  { days: "90", label: "90 days" },
  { days: "365", label: "One year" },
  { days: "", label: "Until it is revoked" },
];

export function CreateTokenForm({ owners }: CreateTokenFormProps) {
  const router = useRouter();
  const { pending, errors, problem, submit } = useSubmission(["name", "owner", "scopes"]);
  const [owner, setOwner] = useState(owners.find(({ isSelf }) => isSelf)?.email ?? owners[0]?.email);
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const [round, setRound] = useState(0);

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = String(form.get("expiresInDays"));
    const body = { name: form.get("name"), owner, scopes: form.getAll("scopes"), expiresInDays: days === "" ? null : Number(days) };
    setCreated(null);
    if (!(await submit(async () => setCreated(await apiRequest<CreatedToken>("POST", "/api/v1/tokens", body))))) return;
    setRound(round + 1); // an empty form for the next
    router.refresh();
  }

  return (
    <>
      <form key={round} onSubmit={create} aria-busy={pending} className="max-w-3xl space-y-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            label="Name"
            hint="What it is for, such as “nightly import”."
            error={errors.name}
            control={(ids) => <input {...ids} name="name" required maxLength={80} autoComplete="off" className={CONTROL} />}
          />
          <Field
            label="Acts as"
            error={errors.owner}
            control={(ids) => (
              <select {...ids} name="owner" value={owner} onChange={(event) => setOwner(event.target.value)} className={CONTROL}>
                {owners.map(({ email, name, isSelf }) => (
                  <option key={email} value={email}>
                    {isSelf ? `${name} (you)` : name}
                  </option>
                ))}
              </select>
            )}
          />
          <Field
            label="Works for"
            control={(ids) => (
              <select {...ids} name="expiresInDays" defaultValue="365" className={CONTROL}>
                {LIVES.map(({ days, label }) => (
                  <option key={days} value={days}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          />
        </div>
        <ScopeChoice scopes={owners.find(({ email }) => email === owner)?.scopes ?? []} error={errors.scopes} />
        {problem !== null && (
          <Notice tone="bad" title="No token was made">
            {problem}
          </Notice>
        )}
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? "Making…" : "Make the token"}
        </Button>
      </form>
      {created !== null && (
        <div className="mt-4 max-w-3xl space-y-3">
          <Notice tone="good" title={`The token “${created.name}” is made`}>
            Copy it now: it is not kept, and not shown again.
          </Notice>
          <CopyText label="Token" text={created.token} />
        </div>
      )}
    </>
  );
}
