import type { ProgramVersionSummary } from "@/lib/contracts/program";
import type { ProgramVersionRow } from "@/lib/db/programs";

export function programVersionSummary({ id: _id, proposedById: _proposer, program, name, ...version }: ProgramVersionRow): ProgramVersionSummary {
  return { ...version, program: { key: program.key, name } };
}
