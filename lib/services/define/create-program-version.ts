import { CreateProgramVersion, type ProgramVersion } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { readDocument } from "./read-document";
import { requireOwnCurrency } from "./require-own-currency";

/**
 * Adds a draft version. Contradictions do not keep it from being stored, only from being published: they come back as `issues`. A document
 * in another currency than the organization's is refused.
 */
export const createProgramVersion = command({
  permission: "program.write",
  input: CreateProgramVersion,
  async run({ actor, db }, input): Promise<ProgramVersion> {
    const document = readDocument(input.document);
    await requireOwnCurrency(db, document);
    return addDraft(actor, db, { program: input.program, document, note: input.note ?? null });
  },
});
