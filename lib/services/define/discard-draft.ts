import { type ProgramVersionSummary, SeenVersion } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { cancelRunning } from "@/lib/services/optimize/cancel-running";
import { programVersionSummary } from "./program-version-dto";
import { cannotChange } from "./require-draft";
import { requireProgramVersion } from "./require-program-version";

/** Gives a draft up, and the back-test of it that is under way. Its number stays used, and it is listed no more. */
export const discardDraft = command({
  permission: "program.write",
  input: SeenVersion,
  async run({ actor, db }, seen): Promise<ProgramVersionSummary> {
    const draft = await requireProgramVersion(db, seen.program, seen.version);
    if (!(await db.drafts.discard(draft.id, seen.revision))) throw await cannotChange(db, seen, "draft");
    await cancelRunning(actor, db, draft);
    await db.audit.append(actor, {
      action: "program_version.discard",
      target: `program ${seen.program} version ${seen.version}`,
      detail: { documentHash: draft.documentHash },
    });
    return programVersionSummary(await requireProgramVersion(db, seen.program, seen.version));
  },
});
