import type { RunHeader, RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/** @throws AppError not_found */
export async function requireRun(db: ScopedDb, number: number): Promise<RunRow> {
  const run = await db.runs.find(number);
  if (run === null) throw noRun(number);
  return run;
}

/** The run of that number, or without one the program's last published run. @throws AppError not_found */
export async function requireRunOrCurrent(db: ScopedDb, number: number | undefined, programKey: string): Promise<RunRow> {
  if (number !== undefined) return requireRun(db, number);
  const run = await db.runs.findCurrent(programKey);
  if (run === null) throw nonePublished();
  return run;
}

/** The same, of what a partner user may see of a run. @throws AppError not_found */
export async function requireRunHeader(db: ScopedDb, number: number | undefined, programKey: string): Promise<RunHeader> {
  const run = await db.runs.findHeader({ number, programKey });
  if (run === null) throw number === undefined ? nonePublished() : noRun(number);
  return run;
}

function noRun(number: number): AppError {
  return new AppError("not_found", `There is no run ${number}.`);
}

function nonePublished(): AppError {
  return new AppError("not_found", "No run has been published yet: evaluate one and publish it.");
}
