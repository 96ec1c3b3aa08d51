import { type ProgramVersion, StartDraft } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { readProgram } from "./read-program";
import { requireProgramVersion } from "./require-program-version";

/** Begins the next version of a program as a copy of another one. */
export const startDraft = command({
  permission: "program.write",
  input: StartDraft,
  async run({ actor, db }, { program, from }): Promise<ProgramVersion> {
    const origin = await requireProgramVersion(db, program, from);
    return addDraft(actor, db, { program, document: await readProgram(db, origin.id), note: null, basedOn: from });
  },
});
