import { type PathAnswer, PathQuery } from "@/lib/contracts/path";
import type { ScopedDb } from "@/lib/db/scoped";
import type { PartnerInput } from "@/lib/domain/run-input";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { advise, othersForStaff } from "./advise";
import { pathAnswer } from "./path-dto";
import { readInputs } from "./read-inputs";
import { readRunProgram } from "./read-run-program";
import { requireRunOrCurrent } from "./require-run";

/** What any partner of a run can do to reach a tier, for staff. */
export const getPath = query({
  permission: "standings.read",
  input: PathQuery,
  async run({ db }, { partner, tier, by, ...input }): Promise<PathAnswer> {
    const run = await requireRunOrCurrent(db, input.run, input.program);
    const frozen = await db.decisions.findFrozen(run.id, partner);
    if (frozen === null) throw new AppError("not_found", `Run ${run.number} has no partner with the code "${partner}".`);
    const program = await readRunProgram(db, run);
    const advised = { run, program, frozen, asked: { tier, by } };
    const others = othersForStaff(program, run.partners);
    const among = { none: () => [frozen.input], as_they_are: () => readOthers(db, run.id), left_out: () => null };
    return pathAnswer(advised, advise(advised, await among[others]()), { forStaff: true, others });
  },
});

const CHUNK = 2000;

async function readOthers(db: ScopedDb, runId: number): Promise<PartnerInput[]> {
  const stored = await readInputs(CHUNK, (after, most) => db.decisions.listInputs(runId, after, most));
  return stored.map(({ input }) => input);
}
