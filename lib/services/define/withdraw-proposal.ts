import { now } from "@/lib/clock";
import { type ProgramVersionSummary, WithdrawProposal } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { programVersionSummary } from "./program-version-dto";
import { cannotChange } from "./require-draft";
import { requireProgramVersion } from "./require-program-version";

/** Makes what is proposed a draft again, for its author to go on with; by whoever proposed it, or whoever would not approve it. */
export const withdrawProposal = command({
  permission: "program.write",
  input: WithdrawProposal,
  async run({ actor, db }, { reason, ...seen }): Promise<ProgramVersionSummary> {
    const proposed = await requireProgramVersion(db, seen.program, seen.version);
    if (!(await db.drafts.withdraw(proposed.id, seen.revision, actor, now()))) throw await cannotChange(db, seen, "proposed");
    await db.drafts.addComment(proposed.id, actor, { path: null, text: reason });
    await db.audit.append(actor, {
      action: "program_version.withdraw",
      target: `program ${seen.program} version ${seen.version}`,
      detail: { reason, documentHash: proposed.documentHash },
    });
    return programVersionSummary(await requireProgramVersion(db, seen.program, seen.version));
  },
});
