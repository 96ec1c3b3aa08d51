import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { requireRun, requireRunOrCurrent } from "@/lib/services/score/require-run";

/** The published run on whose partners a program is tried. @throws AppError not_found; conflict for a run that is not published */
export async function requireBaselineRun(db: ScopedDb, number: number | undefined, program: string): Promise<RunRow> {
  const run = number === undefined ? await requireRunOrCurrent(db, undefined, program) : await requireRun(db, number);
  if (run.status !== "published")
    throw new AppError("conflict", `Run ${run.number} is not published: rules are tried on the partners of a published run.`);
  return run;
}
