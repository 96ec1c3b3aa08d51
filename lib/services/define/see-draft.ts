import { now } from "@/lib/clock";
import { DraftState, ProgramVersionRef } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { requireProgramVersion } from "./require-program-version";

/** Whoever was not heard of for so long has closed the draft: an open one is heard of every few seconds. */
const GONE_AFTER_MS = 30_000;

/** Notes that the actor has a version open, and tells who else has and whether it changed. */
export const seeDraft = command({
  permission: "program.write",
  input: ProgramVersionRef,
  async run({ actor, db }, { program, version }): Promise<DraftState> {
    const row = await requireProgramVersion(db, program, version);
    const at = now();
    await db.drafts.see(row.id, actor, at);
    const editors = await db.drafts.listEditors(row.id, new Date(at.getTime() - GONE_AFTER_MS));
    const { status, revision, updatedBy, updatedAt } = row;
    return DraftState.parse({
      ...{ status, revision, updatedBy, updatedAt },
      others: editors.filter(({ person }) => person !== actor.person).map(({ name }) => name),
      openComments: await db.drafts.countOpenComments(row.id),
    });
  },
});
