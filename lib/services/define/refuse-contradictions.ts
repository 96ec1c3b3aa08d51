import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { checkProgram } from "@/lib/domain/define/check-program";
import type { Program } from "@/lib/domain/define/program";
import { AppError } from "@/lib/errors";
import { readProgram } from "./read-program";
import { changedSince } from "./require-draft";
import { requireProgramVersion } from "./require-program-version";

/**
 * The rules of a version as it was read, without errors: whoever keeps them with its hash keeps what belongs together.
 * @throws AppError unprocessable naming every contradiction, conflict when the version was changed since it was read
 */
export async function refuseContradictions(db: ScopedDb, { id, version, revision, program }: ProgramVersionRow): Promise<Program> {
  const document = await readProgram(db, id);
  const last = await requireProgramVersion(db, program.key, version);
  if (last.revision !== revision) throw changedSince(last);
  const errors = checkProgram(document).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return document;
  const issues = errors.map((issue) => ({ ...issue, message: issue.code }));
  throw new AppError("unprocessable", `Version ${version} contradicts itself at ${errors[0]?.path}: mend it, and try again.`, { issues });
}
