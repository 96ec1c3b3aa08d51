"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type FieldErrors, useSubmission } from "@/components/api/use-submission";
import { Button } from "./button";
import { Notice } from "./notice";

type FormDialogProps = {
  /** On the button that opens it. */
  readonly label: string;
  /** What the button is about, for somebody who hears it among many of the same name. */
  readonly about?: string;
  readonly title: string;
  readonly confirm: string;
  readonly working: string;
  /** Heads the reason when the server refuses. */
  readonly failure: string;
  /** The names of the fields that can show what is wrong with them. */
  readonly fields?: readonly string[];
  readonly children: (errors: FieldErrors) => ReactNode;
  readonly act: (form: FormData) => Promise<unknown>;
};

/** A button that opens a form; once it is sent, the page is shown as it is after. The form is made when it is opened: a table holds many of them. */
export function FormDialog({ label, about, ...form }: FormDialogProps) {
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (open) dialog.current?.showModal(); // now that it holds what takes the focus
  }, [open]);

  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {label}
        {about !== undefined && <span className="sr-only"> {about}</span>}
      </Button>
      {open && (
        <dialog
          ref={dialog}
          aria-labelledby={heading}
          onClose={() => setOpen(false)}
          className="w-[calc(100%-2rem)] max-w-md rounded-xl border border-line bg-raised p-6 text-left text-base font-normal whitespace-normal text-ink shadow-2xl"
        >
          <DialogForm {...form} heading={heading} close={() => dialog.current?.close()} />
        </dialog>
      )}
    </>
  );
}

type DialogFormProps = Omit<FormDialogProps, "label" | "about"> & { readonly heading: string; readonly close: () => void };

function DialogForm({ title, confirm, working, failure, fields = [], children, act, heading, close }: DialogFormProps) {
  const router = useRouter();
  const { pending, errors, problem, submit } = useSubmission(fields);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!(await submit(() => act(form)))) return;
    close();
    router.refresh();
  }

  return (
    <form onSubmit={send} className="space-y-4" aria-busy={pending}>
      <h2 id={heading} className="text-xl wrap-anywhere">
        {title}
      </h2>
      {children(errors)}
      {problem !== null && (
        <Notice tone="bad" title={failure}>
          {problem}
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" look="primary" disabled={pending}>
          {pending ? working : confirm}
        </Button>
      </div>
    </form>
  );
}
