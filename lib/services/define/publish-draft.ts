import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { now } from "@/lib/clock";
import type { ProgramVersionSummary, PublishProgramVersion } from "@/lib/contracts/program";
import type { ScopedDb } from "@/lib/db/scoped";
import { checkProgram } from "@/lib/domain/define/check-program";
import { AppError } from "@/lib/errors";
import { programVersionSummary } from "./program-version-dto";
import { readProgram } from "./read-program";
import { requireProgramVersion } from "./require-program-version";

/** Puts a draft into effect from a day on. @throws AppError unprocessable when it contradicts itself, conflict when it is published */
export async function publishDraft(actor: Actor, db: ScopedDb, input: z.output<typeof PublishProgramVersion>): Promise<ProgramVersionSummary> {
  const draft = await requireProgramVersion(db, input.program, input.version);
  const document = await readProgram(db, draft.id);
  const errors = checkProgram(document).filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const issues = errors.map((issue) => ({ ...issue, message: issue.code }));
    throw new AppError(
      "unprocessable",
      `Version ${draft.version} contradicts itself at ${errors[0]?.path}: create a version without errors and publish that.`,
      { issues },
    );
  }
  const published = await db.programs.publishVersion(draft.id, { effectiveFrom: input.effectiveFrom, by: actor.name, at: now(), note: input.note });
  if (!published)
    throw new AppError("conflict", `Version ${draft.version} is already published, and a published version never changes. Create a new version.`);
  await db.programs.rename(draft.program.id, document.name);
  await db.audit.append(actor, {
    action: "program_version.publish",
    target: `program ${draft.program.key} version ${draft.version}`,
    detail: { effectiveFrom: input.effectiveFrom, documentHash: draft.documentHash },
  });
  return programVersionSummary(await requireProgramVersion(db, input.program, input.version));
}
