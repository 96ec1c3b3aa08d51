import type { Override } from "@/lib/contracts/override";
import { ScorecardQuery, type StaffScorecard } from "@/lib/contracts/scorecard";
import type { RunRow } from "@/lib/db/runs";
import type { ScopedDb } from "@/lib/db/scoped";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { overrideContext, overrideDto } from "./override-dto";
import { readRunProgram } from "./read-run-program";
import { requireRunOrCurrent } from "./require-run";
import { HISTORY_SHOWN, staffScorecard } from "./scorecard-dto";

/** Any partner's scorecard with what only staff see: hence the permission of the standings, not that of one's own scorecard. */
export const getScorecard = query({
  permission: "standings.read",
  input: ScorecardQuery,
  async run({ db }, input): Promise<StaffScorecard> {
    const run = await requireRunOrCurrent(db, input.run, input.program);
    const decision = await db.decisions.findExplained(run.id, input.partner);
    if (decision === null) throw new AppError("not_found", `Run ${run.number} has no partner with the code "${input.partner}".`);
    return staffScorecard({
      organization: await db.organizations.get(),
      run,
      program: await readRunProgram(db, run),
      decision,
      history: await db.decisions.listHistory(run.programId, decision.partnerId, HISTORY_SHOWN),
      regionNames: await db.regions.names(),
      openOverride: await openOverride(db, run, decision.partnerId),
    });
  },
});

async function openOverride(db: ScopedDb, { programId, program }: RunRow, partnerId: number): Promise<Override | null> {
  const row = await db.overrides.findOpen(programId, partnerId);
  return row === null ? null : overrideDto(row, await overrideContext(db, program.key));
}
