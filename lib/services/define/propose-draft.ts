import { now } from "@/lib/clock";
import { type ProgramVersionSummary, ProposeDraft } from "@/lib/contracts/program";
import type { ProgramVersionRow } from "@/lib/db/programs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { programVersionSummary } from "./program-version-dto";
import { refuseContradictions } from "./refuse-contradictions";
import { refuseFarDay } from "./refuse-far-day";
import { cannotChange, requireSeen } from "./require-draft";
import { requireProgramVersion } from "./require-program-version";

/** Hands a draft to a second person, with a note, the day it shall take effect from, and a simulation of this very draft on today's partners. */
export const proposeDraft = command({
  permission: "program.write",
  input: ProposeDraft,
  async run({ actor, db }, { effectiveFrom, note, ...seen }): Promise<ProgramVersionSummary> {
    const draft = await requireSeen(db, seen, "draft");
    await refuseFarDay(db, effectiveFrom);
    await refuseContradictions(db, draft);
    await requireSimulation(db, draft);
    if (!(await db.drafts.propose(draft.id, seen.revision, actor, { effectiveFrom, note, at: now() }))) throw await cannotChange(db, seen, "draft");
    await db.audit.append(actor, {
      action: "program_version.propose",
      target: `program ${seen.program} version ${seen.version}`,
      detail: { effectiveFrom, note, documentHash: draft.documentHash },
    });
    return programVersionSummary(await requireProgramVersion(db, seen.program, seen.version));
  },
});

/** Without a published run there are no tiers yet that the rules could move. */
async function requireSimulation(db: ScopedDb, { id, version, documentHash, program: { currentRunId } }: ProgramVersionRow): Promise<void> {
  if (currentRunId === null) return;
  if ((await db.simulations.findLast({ versionId: id, documentHash, runId: currentRunId })) !== null) return;
  throw new AppError(
    "unprocessable",
    `Version ${version}, as it is now, was not simulated on the partners of the last published run. Simulate it, look at who moves, and propose it then.`,
    { reason: "not_simulated" },
  );
}
