"use client";

import { apiRequest } from "@/components/api/api-request";
import { ActionDialog } from "@/components/ui/action-dialog";

/** Puts a draft aside that nobody means to publish, so that it waits for nobody. */
export function DiscardRun({ run }: { readonly run: number }) {
  return (
    <ActionDialog
      label="Discard…"
      title={`Discard run ${run}?`}
      confirm="Discard"
      working="Discarding…"
      failure="The run was not discarded"
      act={() => apiRequest("POST", `/api/v1/runs/${run}/discard`, {})}
    >
      <p>A discarded draft cannot be published any more; it stays in the list, and evaluating again makes a new one. Partners have not seen it.</p>
    </ActionDialog>
  );
}
