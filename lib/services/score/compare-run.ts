import { MOVES_SHOWN, type RunComparison, RunRef } from "@/lib/contracts/run";
import { query } from "@/lib/services/define-service";
import { moveDto } from "./move-dto";
import { nodeNames } from "./program-names";
import { readRunProgram } from "./read-run-program";
import { requireRun } from "./require-run";
import { runDto } from "./run-dto";
import { tierNames } from "./tier-names";

/** A run beside the run it follows: who moves, and which criteria moved them. */
export const compareRun = query({
  permission: "run.read",
  input: RunRef,
  async run({ db }, input): Promise<RunComparison> {
    const row = await requireRun(db, input.run);
    const run = runDto(row);
    const base = row.base === null ? null : await requireRun(db, row.base.number);
    const names = nodeNames(await readRunProgram(db, row));
    const restates = base !== null && base.asOf === row.asOf;
    const compared = { runId: row.id, baseRunId: base?.id ?? null, restates };
    const moves = base === null ? [] : await db.moves.list(compared, "changed_or_kept", MOVES_SHOWN);
    return {
      run,
      base: base === null ? null : runDto(base),
      restates,
      dataThrough: await db.readiness.dataThrough(row.knownAt),
      matrix: await db.moves.matrix(compared),
      moves: moves.map((move) => moveDto(move, names)),
      movesTotal: base === null ? 0 : await db.moves.count(compared, "changed_or_kept"),
      // A tier that only the base's version has keeps the name it had there.
      tierNames: { ...(base === null ? {} : tierNames(runDto(base))), ...tierNames(run) },
    };
  },
});
