import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/** @throws AppError not_found */
export async function requireProgramVersion(db: ScopedDb, key: string, version: number): Promise<ProgramVersionRow> {
  const found = await db.programs.findVersion(key, version);
  if (found === null) throw new AppError("not_found", `The program "${key}" has no version ${version}.`);
  return found;
}

/** What would be done to a version, as the refusal says it. */
type Purpose = "comment on" | "evaluate" | "simulate" | "test";

/** A version that was not given up. @throws AppError not_found, or conflict when it was discarded */
export async function requireKeptVersion(db: ScopedDb, key: string, version: number, purpose: Purpose): Promise<ProgramVersionRow> {
  const found = await requireProgramVersion(db, key, version);
  if (found.status !== "discarded") return found;
  throw new AppError("conflict", `Version ${version} was discarded: there is nothing to ${purpose} any more.`, {
    reason: "wrong_status",
    status: found.status,
  });
}
