import { OwnPathQuery, type PathAnswer } from "@/lib/contracts/path";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { advise, looksAtOthers } from "./advise";
import { pathAnswer } from "./path-dto";
import { readRunProgram } from "./read-run-program";
import { requireRunHeader } from "./require-run";

/** What the partner that the user belongs to can do to reach a tier, by a published run: from its own figures, and nothing of others. */
export const getOwnPath = query({
  permission: "scorecard.read",
  input: OwnPathQuery,
  async run({ db }, { tier, by, ...input }): Promise<PathAnswer> {
    if ((await db.partners.own()) === null)
      throw new AppError("not_found", "You belong to no partner, so there is no path of your own. Open a partner's from the standings.");
    const run = await requireRunHeader(db, input.run, input.program);
    const frozen = await db.decisions.findFrozen(run.id, null);
    if (frozen === null)
      throw new AppError("not_found", `You were not yet a partner when run ${run.number} was made. The next published run has your path.`);
    const advised = { run, program: await readRunProgram(db, run), frozen, asked: { tier, by } };
    const others = looksAtOthers(advised.program) ? "left_out" : "none";
    return pathAnswer(advised, advise(advised, null), { forStaff: false, others });
  },
});
