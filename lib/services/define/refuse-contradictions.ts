import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { checkProgram } from "@/lib/domain/define/check-program";
import type { Program } from "@/lib/domain/define/program";
import { AppError } from "@/lib/errors";
import { readProgram } from "./read-program";

/** The rules of a version without errors. @throws AppError unprocessable naming every contradiction */
export async function refuseContradictions(db: ScopedDb, { id, version }: ProgramVersionRow): Promise<Program> {
  const document = await readProgram(db, id);
  const errors = checkProgram(document).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return document;
  const issues = errors.map((issue) => ({ ...issue, message: issue.code }));
  throw new AppError("unprocessable", `Version ${version} contradicts itself at ${errors[0]?.path}: mend it, and try again.`, { issues });
}
