import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { requireProgramVersion } from "./require-program-version";

type Seen = { readonly program: string; readonly version: number; readonly revision: number };

/** Why nothing was done to a version, read anew: what stood in the way may have come between. */
export async function cannotChange(db: ScopedDb, { program, version, revision }: Seen, needed: "draft" | "proposed"): Promise<AppError> {
  const row = await requireProgramVersion(db, program, version);
  if (row.status !== needed) return wrongStatus(row);
  if (row.revision !== revision) {
    const by = row.updatedBy === null ? "Somebody" : row.updatedBy;
    return new AppError("conflict", `${by} changed version ${version} after you opened it. Nothing was changed: look at it again.`, {
      reason: "changed",
      revision: row.revision,
      updatedBy: row.updatedBy,
    });
  }
  return new AppError("forbidden", `You proposed version ${version} yourself, so another person must approve it.`, { reason: "own_proposal" });
}

/** What cannot be done to a version in its present state. */
function wrongStatus(row: ProgramVersionRow): AppError {
  return new AppError("conflict", `${STATES[row.status](row)} Nothing was changed.`, { reason: "wrong_status", status: row.status });
}

const STATES = {
  draft: ({ version }: ProgramVersionRow) => `Version ${version} is a draft: it is not proposed, or was withdrawn.`,
  proposed: ({ version, proposedBy }: ProgramVersionRow) =>
    `Version ${version} was proposed by ${proposedBy} and waits for approval: it must be withdrawn before it can change.`,
  published: ({ version }: ProgramVersionRow) => `Version ${version} is published and never changes. Begin a new draft from it.`,
  discarded: ({ version }: ProgramVersionRow) => `Version ${version} was discarded.`,
} as const;
