"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { problemWords } from "@/components/api/problem-words";
import { runPath } from "@/components/shell/routes";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Run } from "@/lib/contracts/run";
import { dataGapWords } from "./data-gap";

type Version = { readonly program: string; readonly name: string; readonly version: number; readonly isPublished: boolean };
type EvaluateRunFormProps = {
  readonly asOf: string;
  /** Business date of the newest POS line; null without any. */
  readonly dataThrough: string | null;
  readonly versions: readonly Version[];
};

const IN_EFFECT = "";

export function EvaluateRunForm({ asOf: suggested, dataThrough, versions }: EvaluateRunFormProps) {
  const router = useRouter();
  const [asOf, setAsOf] = useState(suggested);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);

  async function evaluate(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = versions.find((version) => versionKey(version) === form.get("version"));
    const body = { asOf, ...(chosen && { program: chosen.program, version: chosen.version }) };
    setPending(true);
    setProblem(null);
    try {
      const run = await apiRequest<Run>("POST", "/api/v1/runs", body);
      router.push(runPath(run.number));
      router.refresh();
    } catch (error) {
      setProblem(problemWords(error));
      setPending(false);
    }
  }

  const gap = dataGapWords(asOf, dataThrough);
  return (
    <form onSubmit={evaluate} className="flex flex-wrap items-start gap-4" aria-busy={pending}>
      <div className="w-44">
        <Field
          label="As of"
          hint="This day is counted."
          control={(ids) => (
            <input {...ids} name="asOf" type="date" required value={asOf} onChange={(event) => setAsOf(event.target.value)} className={CONTROL} />
          )}
        />
      </div>
      <div className="w-72">
        <Field
          label="Program version"
          control={(ids) => (
            <select {...ids} name="version" className={CONTROL}>
              <option value={IN_EFFECT}>The one in effect on that day</option>
              {versions.map((version) => (
                <option key={versionKey(version)} value={versionKey(version)}>
                  {version.name}, version {version.version}
                  {version.isPublished ? "" : " (draft)"}
                </option>
              ))}
            </select>
          )}
        />
      </div>
      <Button type="submit" look="primary" className="sm:mt-6" disabled={pending}>
        {pending ? "Evaluating…" : "Evaluate"}
      </Button>
      {gap !== null && (
        <div className="w-full max-w-2xl">
          <Notice tone="warn" title="The data does not reach that day">
            {gap}
          </Notice>
        </div>
      )}
      {problem !== null && (
        <div className="w-full max-w-xl">
          <Notice tone="bad" title="Nothing was evaluated">
            {problem}
          </Notice>
        </div>
      )}
    </form>
  );
}

function versionKey({ program, version }: Pick<Version, "program" | "version">): string {
  return `${program}@${version}`;
}
