import { type ProgramVersion, ProgramVersionRef } from "@/lib/contracts/program";
import { query } from "@/lib/services/define-service";
import { programVersion } from "./program-version-dto";
import { readProgram } from "./read-program";
import { requireProgramVersion } from "./require-program-version";

/** One version with its document and what contradicts itself in it. */
export const getProgramVersion = query({
  permission: "program.read",
  input: ProgramVersionRef,
  async run({ actor, db }, input): Promise<ProgramVersion> {
    const version = await requireProgramVersion(db, input.program, input.version);
    return programVersion(version, await readProgram(db, version.id), actor);
  },
});
