import { OwnScorecardQuery, type PartnerScorecard } from "@/lib/contracts/scorecard";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { readRunProgram } from "./read-run-program";
import { requireRunHeader } from "./require-run";
import { HISTORY_SHOWN, partnerScorecard } from "./scorecard-dto";

/** The scorecard of the partner that the user belongs to, in a published run. */
export const getOwnScorecard = query({
  permission: "scorecard.read",
  input: OwnScorecardQuery,
  async run({ db }, input): Promise<PartnerScorecard> {
    if ((await db.partners.own()) === null)
      throw new AppError("not_found", "You belong to no partner, so there is no scorecard of your own. Open one from the standings.");
    const run = await requireRunHeader(db, input.run, input.program);
    const decision = await db.decisions.findExplained(run.id, null);
    if (decision === null)
      throw new AppError("not_found", `You were not yet a partner when run ${run.number} was made. The next published run has your scorecard.`);
    return partnerScorecard({
      organization: await db.organizations.get(),
      run,
      program: await readRunProgram(db, run),
      decision,
      history: await db.decisions.listHistory(run.programId, decision.partnerId, HISTORY_SHOWN),
      regionNames: await db.regions.names(),
    });
  },
});
