import { CommanderError } from "commander";
import { AppError, type ErrorCode } from "@/lib/errors";
import { ImportFileError } from "@/lib/import/import-file-error";

/** What the process ends with; part of the command line's contract, docs/cli.md. */
export const EXIT = { ok: 0, unexpected: 1, badInput: 2, refused: 3, notFound: 4, waits: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const EXIT_OF: Readonly<Record<ErrorCode, ExitCode>> = {
  invalid_input: EXIT.badInput,
  too_large: EXIT.badInput,
  unprocessable: EXIT.badInput,
  unauthenticated: EXIT.refused,
  forbidden: EXIT.refused,
  conflict: EXIT.refused,
  too_many_requests: EXIT.refused,
  not_found: EXIT.notFound,
  internal: EXIT.unexpected,
  unavailable: EXIT.unexpected,
};

/** Input of a person that cannot be used; each fault says what is wrong, where, and how to mend it. */
export class BadInput extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "BadInput";
  }
}

/** Ends the process with a code other than 0 after everything has been said: nothing is wrong with the command, but a script should know. */
export class EndsWith extends Error {
  constructor(readonly exitCode: ExitCode) {
    super(`ends with ${exitCode}`);
    this.name = "EndsWith";
  }
}

export type Failure = { readonly exitCode: ExitCode; readonly lines: readonly string[] };

/** How the process ends because of an error. `lines` is empty when it has been said already, or when nothing is wrong (`--help`). */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? EXIT.ok : EXIT.badInput, lines: [] };
  if (error instanceof EndsWith) return { exitCode: error.exitCode, lines: [] };
  if (error instanceof BadInput) return { exitCode: EXIT.badInput, lines: error.faults };
  if (error instanceof ImportFileError) return { exitCode: EXIT.badInput, lines: [error.message] };
  if (error instanceof AppError) return { exitCode: EXIT_OF[error.code], lines: [error.message] };
  if (causes(error, "EPIPE")) return { exitCode: EXIT.ok, lines: [] }; // whoever reads has enough, as `head` does
  if (causes(error, "ECONNREFUSED", "ENOTFOUND")) {
    return {
      exitCode: EXIT.unexpected,
      lines: ["The database does not answer. Start it with `npm start` or `npm run db:start`, or check DATABASE_URL."],
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: EXIT.unexpected, lines: [`Unexpected: ${message.trim().replace(/\s*\n\s*/g, " ")} (DEBUG=1 shows where)`] };
}

/** Whether an error, or one that it came from, has one of these codes of the operating system. */
function causes(error: unknown, ...codes: readonly string[]): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && codes.includes(cause.code)) return true;
  }
  return false;
}
