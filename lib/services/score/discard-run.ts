import { type Run, RunRef } from "@/lib/contracts/run";
import { AppError } from "@/lib/errors";
import { command } from "@/lib/services/define-service";
import { requireRun } from "./require-run";
import { runDto } from "./run-dto";

/** Puts a draft aside for good. Its decisions stay, as a record. */
export const discardRun = command({
  permission: "run.evaluate",
  input: RunRef,
  async run({ actor, db }, input): Promise<Run> {
    const draft = await requireRun(db, input.run);
    if (!(await db.runs.discard(draft.id))) {
      throw new AppError("conflict", `Run ${draft.number} is no longer a draft, and only a draft can be discarded.`, { run: draft.number });
    }
    await db.audit.append(actor, { action: "run.discard", target: `run ${draft.number}` });
    return runDto(await requireRun(db, draft.number));
  },
});
