"use client";

import { ApiProblem, apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";
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
  return (
    <ActionDialog
      label="Publish…"
      look="primary"
      title={`Publish run ${run}?`}
      confirm="Publish"
      working="Publishing…"
      failure={(problem) => (problem instanceof ApiProblem && problem.code === "conflict" ? "This draft was overtaken" : "The run was not published")}
      disabled={disabled}
      act={(fields) => {
        const note = String(fields.get("note") ?? "").trim();
        return apiRequest<Run>("POST", `/api/v1/runs/${run}/publish`, note === "" ? {} : { note });
      }}
    >
      <p>{effect}</p>
      {warning !== null && <Notice tone="warn">{warning}</Notice>}
      <p className="text-muted">Partners see their result at once. A published run never changes.</p>
      <Field
        label="Note"
        hint="Optional; kept with the run and in the audit trail."
        control={(ids) => <input {...ids} name="note" maxLength={500} className={CONTROL} autoComplete="off" />}
      />
    </ActionDialog>
  );
}
