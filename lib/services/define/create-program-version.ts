import { CreateProgramVersion, type ProgramVersion } from "@/lib/contracts/program";
import type { ScopedDb } from "@/lib/db/scoped";
import type { Program } from "@/lib/domain/define/program";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { addDraft } from "./add-draft";
import { readDocument } from "./read-document";

/**
 * Adds a draft version. Contradictions do not keep it from being stored, only from being published: they come back as `issues`. A document
 * in another currency than the organization's is refused: its amounts would be read as what they are not.
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

async function requireOwnCurrency(db: ScopedDb, { currency }: Program): Promise<void> {
  const { currency: own } = await db.organizations.get();
  if (currency === own) return;
  const instead = (await db.organizations.isCurrencyInUse()) ? "" : `, or change the organization's currency in its settings`;
  const message = `the program counts in ${currency} and the organization in ${own}: write "${own}" here and the amounts of money in ${own}${instead}`;
  throw new AppError("invalid_input", `The program cannot be used. document.currency: ${message}`, {
    issues: [{ path: "document.currency", message }],
  });
}
