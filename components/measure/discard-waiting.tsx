"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { apiRequest, problemMessage } from "@/components/api/api-request";
import { counted } from "@/components/format/number";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type DiscardWaitingProps = { readonly batch: number; readonly waiting: number };

/** Ends the waiting of rows that name nothing that will ever be known: a mistyped code, a dealer long gone. */
export function DiscardWaiting({ batch, waiting }: DiscardWaitingProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const rows = counted(waiting, "row");

  async function discard(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    try {
      await apiRequest("POST", `/api/v1/imports/${batch}/waiting/discard`, {});
      dialog.current?.close();
      router.refresh();
    } catch (error) {
      setProblem(problemMessage(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <Button onClick={() => dialog.current?.showModal()}>Discard…</Button>
      <dialog
        ref={dialog}
        aria-labelledby="discard-title"
        className="w-[calc(100%-2rem)] max-w-md rounded-xl border border-line bg-raised p-6 shadow-2xl"
      >
        <form onSubmit={discard} className="space-y-4">
          <h2 id="discard-title" className="text-xl">
            Discard the {rows} that {waiting === 1 ? "waits" : "wait"}?
          </h2>
          <p>What is discarded is not loaded, not even when what it names becomes known. The file stays on record, and so does who discarded them.</p>
          {problem !== null && (
            <Notice tone="bad" title="Nothing was discarded">
              {problem}
            </Notice>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>Cancel</Button>
            <Button type="submit" look="primary" disabled={pending}>
              {pending ? "Discarding…" : `Discard ${rows}`}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
