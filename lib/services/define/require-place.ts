import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { hasPlace } from "@/lib/domain/define/has-place";
import { AppError } from "@/lib/errors";
import { readProgram } from "./read-program";

/** @throws AppError invalid_input naming the place, when a version as it is saved does not have it */
export async function requirePlace(db: ScopedDb, { id, version }: ProgramVersionRow, path: string): Promise<void> {
  if (hasPlace(await readProgram(db, id), path)) return;
  const message = `version ${version}, as it is saved, has no "${path}"; name a place by the keys that lead to it, such as "tiers" or "metrics.sales", or none to speak of the whole version`;
  throw new AppError("invalid_input", `path: ${message}`, { issues: [{ path: "path", message }] });
}
