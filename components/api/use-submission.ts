import { type ReactNode, useState } from "react";
import { ApiProblem } from "./api-request";
import { problemWords } from "./problem-words";

export type FieldErrors = Readonly<Record<string, string | undefined>>;

type Submission = {
  readonly pending: boolean;
  /** What to say beside each field, by its name. */
  readonly errors: FieldErrors;
  /** What no field is to blame for; null when nothing. */
  readonly problem: ReactNode;
  /** Does the work and answers whether it was done. */
  readonly submit: (work: () => Promise<unknown>) => Promise<boolean>;
};

/** The state of a form that is sent to the API. `fields`: the names of those that can show what is wrong with them. */
export function useSubmission(fields: readonly string[] = []): Submission {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const errors = fieldErrors(failure, fields);

  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    setPending(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setPending(false);
    }
  }

  return { pending, errors, problem: failure === null || isSaidBesideFields(failure, errors) ? null : problemWords(failure), submit };
}

/** Whether the fields say all there is to say of a failure. */
export function isSaidBesideFields(failure: unknown, errors: FieldErrors): boolean {
  return failure instanceof ApiProblem && failure.issues.length > 0 && failure.issues.every(({ path }) => errors[path] !== undefined);
}

/** What to say beside each of these fields. */
export function fieldErrors(failure: unknown, fields: readonly string[]): FieldErrors {
  if (!(failure instanceof ApiProblem)) return {};
  return Object.fromEntries(failure.issues.filter(({ path }) => fields.includes(path)).map(({ path, message }) => [path, sentence(message)]));
}

function sentence(message: string): string {
  const text = message.slice(0, 1).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
