import { CreateProgramVersion, type ProgramVersion } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { readDocument } from "./read-document";

/** Adds a draft version. Contradictions do not keep it from being stored, only from being published: they come back as `issues`. */
export const createProgramVersion = command({
  permission: "program.write",
  input: CreateProgramVersion,
  async run({ actor, db }, input): Promise<ProgramVersion> {
    return addDraft(actor, db, { program: input.program, document: readDocument(input.document), note: input.note ?? null });
  },
});
