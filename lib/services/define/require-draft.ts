import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { requireProgramVersion } from "./require-program-version";

type Seen = { readonly program: string; readonly version: number; readonly revision: number };

/**
 * A version as whoever acts on it has seen it, so that what is checked is what is acted upon.
 * @throws AppError conflict when it changed since, or is in another state
 */
export async function requireSeen(db: ScopedDb, seen: Seen, needed: "draft" | "proposed"): Promise<ProgramVersionRow> {
  const row = await requireProgramVersion(db, seen.program, seen.version);
  const obstacle = obstacleTo(row, seen.revision, needed);
  if (obstacle !== null) throw obstacle;
  return row;
}

/** Why nothing was done to a version, read anew: what stood in the way may have come between. */
export async function cannotChange(db: ScopedDb, { program, version, revision }: Seen, needed: "draft" | "proposed"): Promise<AppError> {
  const obstacle = obstacleTo(await requireProgramVersion(db, program, version), revision, needed);
  return (
    obstacle ?? new AppError("forbidden", `You proposed version ${version} yourself, so another person must approve it.`, { reason: "own_proposal" })
  );
}

function obstacleTo(row: ProgramVersionRow, revision: number, needed: "draft" | "proposed"): AppError | null {
  if (row.status !== needed) return wrongStatus(row);
  return row.revision === revision ? null : changedSince(row);
}

/** Somebody came between. */
export function changedSince({ version, revision, updatedBy }: ProgramVersionRow): AppError {
  const message = `${updatedBy ?? "Somebody"} changed version ${version} after you opened it. Nothing was changed: look at it again.`;
  return new AppError("conflict", message, { reason: "changed", revision, updatedBy });
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
