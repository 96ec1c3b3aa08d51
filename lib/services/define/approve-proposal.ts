import { now } from "@/lib/clock";
import { type ProgramVersionSummary, SeenVersion } from "@/lib/contracts/program";
import { command } from "@/lib/services/define-service";
import { programVersionSummary } from "./program-version-dto";
import { refuseContradictions } from "./refuse-contradictions";
import { cannotChange, requireSeen } from "./require-draft";
import { requireProgramVersion } from "./require-program-version";

/** Puts what another person proposed into effect from its day on. From then on it never changes; a correction is a new version. */
export const approveProposal = command({
  permission: "program.approve",
  input: SeenVersion,
  async run({ actor, db }, seen): Promise<ProgramVersionSummary> {
    const proposed = await requireSeen(db, seen, "proposed");
    await refuseContradictions(db, proposed); // the checker may have learned since
    if (!(await db.drafts.approve(proposed.id, seen.revision, actor, now()))) throw await cannotChange(db, seen, "proposed");
    await db.audit.append(actor, {
      action: "program_version.publish",
      target: `program ${seen.program} version ${seen.version}`,
      detail: { effectiveFrom: proposed.effectiveFrom, proposedBy: proposed.proposedBy, documentHash: proposed.documentHash },
    });
    return programVersionSummary(await requireProgramVersion(db, seen.program, seen.version));
  },
});
