"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { isEndedSession, problemWords } from "@/components/api/problem-words";
import { type FieldErrors, fieldErrors, isSaidBesideFields } from "@/components/api/use-submission";
import { Button, type ButtonLook } from "./button";
import { DIALOG, DIALOG_WIDTH } from "./dialog-look";
import { focusHeading } from "./focus-heading";
import { Notice } from "./notice";

type ActionDialogProps = {
  /** On the button that asks. */
  readonly label: string;
  /** What a screen reader hears instead, where several buttons have the same label. */
  readonly spokenLabel?: string;
  readonly look?: ButtonLook;
  readonly title: string;
  /** What it does and what stays, and the fields that it needs, with what to say beside each. */
  readonly children: ReactNode | ((errors: FieldErrors) => ReactNode);
  /** The names of the fields that can say what is wrong with them. */
  readonly fields?: readonly string[];
  readonly confirm: string;
  readonly working: string;
  /** Heads the reason when the act fails. */
  readonly failure: string | ((problem: unknown) => string);
  readonly disabled?: boolean;
  /** What it would confirm is not there yet: it can be read and cancelled. */
  readonly waits?: boolean;
  readonly onOpen?: () => void;
  readonly width?: keyof typeof DIALOG_WIDTH;
  /** Gets the fields by name. A thrown problem is shown, and the dialog stays. */
  readonly act: (fields: FormData) => Promise<unknown>;
};

/** A button that asks before it acts, and then shows the page as it is after, also when the act was refused. */
export function ActionDialog({
  label,
  spokenLabel,
  look,
  title,
  children,
  fields = [],
  confirm,
  working,
  failure,
  disabled = false,
  waits = false,
  onOpen,
  width = "usual",
  act,
}: ActionDialogProps) {
  const router = useRouter();
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const done = useRef(false);

  const errors = fieldErrors(problem, fields);

  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);

  // What was done may take the button along: the keyboard then goes on from the top of the page, not of the document.
  useEffect(
    () => () => {
      if (done.current && document.activeElement === document.body) focusHeading(document.querySelector("main h1"), { preventScroll: true });
    },
    [],
  );

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    try {
      await act(new FormData(event.currentTarget));
      done.current = true;
      dialog.current?.close();
      router.refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  /** What made the act fail may have changed the page. Until the reason is read it stays as it is: the row that holds the dialog might go. */
  function closed() {
    setOpen(false);
    if (problem !== null && !isEndedSession(problem)) router.refresh();
  }

  return (
    <>
      <Button
        {...(look && { look })}
        disabled={disabled}
        aria-label={spokenLabel}
        onClick={() => {
          setProblem(null);
          setOpen(true);
          onOpen?.();
        }}
      >
        {label}
      </Button>
      {open && (
        <dialog ref={dialog} aria-labelledby={heading} onClose={closed} className={`${DIALOG} ${DIALOG_WIDTH[width]}`}>
          <form onSubmit={submit} className="space-y-4">
            <h2 id={heading} className="text-xl wrap-anywhere">
              {title}
            </h2>
            {typeof children === "function" ? children(errors) : children}
            {problem !== null && !isSaidBesideFields(problem, errors) && (
              <Notice tone="bad" title={typeof failure === "string" ? failure : failure(problem)}>
                {problemWords(problem)}
              </Notice>
            )}
            <div className="flex justify-end gap-2">
              <Button onClick={() => dialog.current?.close()}>Cancel</Button>
              <Button type="submit" look="primary" disabled={pending || disabled || waits}>
                {pending ? working : confirm}
              </Button>
            </div>
          </form>
        </dialog>
      )}
    </>
  );
}
