"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { ApiProblem, apiRequest, problemMessage } from "@/components/api/api-request";
import { Button } from "@/components/ui/button";
import { CONTROL, Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Run } from "@/lib/contracts/run";

type PublishRunDialogProps = {
  readonly run: number;
  /** What publishing does, in one sentence. */
  readonly effect: string;
  /** What should be known before; null when nothing is amiss. */
  readonly warning: string | null;
  readonly disabled: boolean;
};

export function PublishRunDialog({ run, effect, warning, disabled }: PublishRunDialogProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<{ readonly title: string; readonly message: string } | null>(null);

  async function publish(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    setPending(true);
    setProblem(null);
    try {
      await apiRequest<Run>("POST", `/api/v1/runs/${run}/publish`, note === "" ? {} : { note });
      dialog.current?.close();
    } catch (error) {
      const conflict = error instanceof ApiProblem && error.code === "conflict";
      setProblem({ title: conflict ? "This draft was overtaken" : "The run was not published", message: problemMessage(error) });
    } finally {
      setPending(false);
      router.refresh();
    }
  }

  return (
    <>
      <Button look="primary" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        Publish…
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="publish-title"
        className="w-[calc(100%-2rem)] max-w-md rounded-xl border border-line bg-raised p-6 shadow-2xl"
      >
        <form onSubmit={publish} className="space-y-4">
          <h2 id="publish-title" className="text-xl">
            Publish run {run}?
          </h2>
          <p>{effect}</p>
          {warning !== null && <Notice tone="warn">{warning}</Notice>}
          <p className="text-muted">Partners see their result at once. A published run never changes.</p>
          <Field
            label="Note"
            hint="Optional; kept with the run and in the audit trail."
            control={(ids) => <input {...ids} name="note" maxLength={500} className={CONTROL} autoComplete="off" />}
          />
          {problem && (
            <Notice tone="bad" title={problem.title}>
              {problem.message}
            </Notice>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>Cancel</Button>
            <Button type="submit" look="primary" disabled={pending || disabled}>
              {pending ? "Publishing…" : "Publish"}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
