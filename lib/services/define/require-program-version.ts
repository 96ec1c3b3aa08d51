import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";

/** @throws AppError not_found */
export async function requireProgramVersion(db: ScopedDb, key: string, version: number): Promise<ProgramVersionRow> {
  const found = await db.programs.findVersion(key, version);
  if (found === null) throw new AppError("not_found", `The program "${key}" has no version ${version}.`);
  return found;
}
