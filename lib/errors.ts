/** Every way a request can fail, and the HTTP status it answers with. */
export const ERROR_STATUS = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unprocessable: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * A failure that the caller can understand: `message` says what is wrong, where, and how to mend it.
 * `details` is shown to the caller too, so it never holds what the caller may not see.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** What is wrong at one place of an input: `message` follows the place and has no full stop. */
export function faultAt(code: ErrorCode, path: string, message: string): AppError {
  return new AppError(code, `${path}: ${message}.`, { issues: [{ path, message }] });
}

/** Facts in a currency that the program cannot convert: no sum of money with them in it is defined. */
export class MissingRateError extends AppError {
  constructor(from: string, to: string) {
    super(
      "unprocessable",
      `There are facts in ${from}, and the program has no exchange rate from ${from} to ${to}. Add one to the program's exchangeRates.`,
      { currency: from },
    );
    this.name = "MissingRateError";
  }
}
