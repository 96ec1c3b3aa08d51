import type { Actor } from "@/lib/access/actor";
import type { ProgramVersion, ProgramVersionSummary } from "@/lib/contracts/program";
import type { ProgramVersionRow } from "@/lib/db/programs";
import { checkProgram } from "@/lib/domain/define/check-program";
import type { Program } from "@/lib/domain/define/program";

export function programVersionSummary(row: ProgramVersionRow): ProgramVersionSummary {
  const { id: _id, proposedById: _proposer, updatedById: _editor, program, name, ...version } = row;
  return { ...version, program: { key: program.key, name } };
}

/** A version with its document, and what contradicts itself in it. */
export function programVersion(row: ProgramVersionRow, document: Program, { person }: Actor): ProgramVersion {
  return { ...programVersionSummary(row), document, issues: [...checkProgram(document)], updatedByYou: row.updatedById === person };
}
