import { now } from "@/lib/clock";
import { type ProgramVersion, SaveDraft } from "@/lib/contracts/program";
import type { ProgramVersionRow } from "@/lib/db/programs";
import { command } from "@/lib/services/define-service";
import { documentHash } from "./document-hash";
import { programVersion } from "./program-version-dto";
import { readDocument } from "./read-document";
import { cannotChange } from "./require-draft";
import { requireOwnCurrency } from "./require-own-currency";
import { requireProgramVersion } from "./require-program-version";

/** Within this time a person's changes are one stretch of work, with one event in the trail: drafts are saved every few seconds. */
const STRETCH_MS = 10 * 60_000;

/**
 * Writes a draft as somebody edits it. Contradictions do not keep it from being stored, only from being proposed: they come back as
 * `issues`. Refused, without a change, when somebody else saved since: whoever edits then merges, and saves again.
 */
export const saveDraft = command({
  permission: "program.write",
  input: SaveDraft,
  async run({ actor, db }, { document: given, ...seen }): Promise<ProgramVersion> {
    const document = readDocument(given);
    await requireOwnCurrency(db, document);
    const before = await requireProgramVersion(db, seen.program, seen.version);
    const hash = documentHash(document);
    const at = now();
    if (!(await db.drafts.save(before.id, seen.revision, actor, { document, documentHash: hash, at }))) throw await cannotChange(db, seen, "draft");
    if (beginsStretch(before, actor.person, at)) {
      await db.audit.append(actor, {
        action: "program_version.edit",
        target: `program ${seen.program} version ${seen.version}`,
        detail: { documentHash: before.documentHash },
      });
    }
    return programVersion(await requireProgramVersion(db, seen.program, seen.version), document, actor);
  },
});

function beginsStretch({ updatedById, updatedAt }: ProgramVersionRow, person: string, at: Date): boolean {
  return updatedById !== person || updatedAt === null || at.getTime() - Date.parse(updatedAt) > STRETCH_MS;
}
