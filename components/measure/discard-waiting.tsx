"use client";

import { apiRequest } from "@/components/api/api-request";
import { counted } from "@/components/format/number";
import { ActionDialog } from "@/components/ui/action-dialog";

type DiscardWaitingProps = { readonly batch: number; readonly waiting: number };

/** Ends the waiting of rows that name nothing that will ever be known: a mistyped code, a dealer long gone. */
export function DiscardWaiting({ batch, waiting }: DiscardWaitingProps) {
  const rows = counted(waiting, "row");
  return (
    <ActionDialog
      label="Discard…"
      title={`Discard the ${rows} that ${waiting === 1 ? "waits" : "wait"}?`}
      confirm={`Discard ${rows}`}
      working="Discarding…"
      failure="Nothing was discarded"
      act={() => apiRequest("POST", `/api/v1/imports/${batch}/waiting/discard`, {})}
    >
      <p>What is discarded is not loaded, not even when what it names becomes known. The file stays on record, and so does who discarded them.</p>
    </ActionDialog>
  );
}
