import { type ProgramVersion, ProgramVersionRef } from "@/lib/contracts/program";
import { checkProgram } from "@/lib/domain/define/check-program";
import { query } from "@/lib/services/define-service";
import { programVersionSummary } from "./program-version-dto";
import { readProgram } from "./read-program";
import { requireProgramVersion } from "./require-program-version";

/** One version with its document and what contradicts itself in it. */
export const getProgramVersion = query({
  permission: "program.read",
  input: ProgramVersionRef,
  async run({ db }, input): Promise<ProgramVersion> {
    const version = await requireProgramVersion(db, input.program, input.version);
    const document = await readProgram(db, version.id);
    return { ...programVersionSummary(version), document, issues: [...checkProgram(document)] };
  },
});
