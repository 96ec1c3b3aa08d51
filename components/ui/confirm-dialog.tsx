"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import { problemMessage } from "@/components/api/api-request";
import { Button } from "./button";
import { Notice } from "./notice";

type ConfirmDialogProps = {
  /** On the button that asks. */
  readonly label: string;
  readonly title: string;
  /** What it does, and what stays. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly working: string;
  /** Heads the reason when the server refuses. */
  readonly failure: string;
  readonly act: () => Promise<unknown>;
};

/** A button that asks before it acts, and then shows the page as it is after. */
export function ConfirmDialog({ label, title, children, confirm, working, failure, act }: ConfirmDialogProps) {
  const router = useRouter();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    try {
      await act();
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
      <Button onClick={() => dialog.current?.showModal()}>{label}</Button>
      <dialog ref={dialog} aria-labelledby={heading} className="w-[calc(100%-2rem)] max-w-md rounded-xl border border-line bg-raised p-6 shadow-2xl">
        <form onSubmit={submit} className="space-y-4">
          <h2 id={heading} className="text-xl">
            {title}
          </h2>
          <p>{children}</p>
          {problem !== null && (
            <Notice tone="bad" title={failure}>
              {problem}
            </Notice>
          )}
          <div className="flex justify-end gap-2">
            <Button onClick={() => dialog.current?.close()}>Cancel</Button>
            <Button type="submit" look="primary" disabled={pending}>
              {pending ? working : confirm}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
