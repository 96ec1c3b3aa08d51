import { now } from "./clock";
import { env } from "./env";

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** One JSON line on standard error. Fields never hold passwords, tokens, or the contents of files. */
export function log(level: Level, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env().LOG_LEVEL)) return;
  process.stderr.write(`${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`);
}

/** What of an unexpected error goes to the log. */
export function errorFields(error: unknown): Record<string, unknown> {
  return error instanceof Error ? { error: error.message, stack: error.stack } : { error: String(error) };
}
