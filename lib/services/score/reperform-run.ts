import { RunRef } from "@/lib/contracts/run";
import type { FrozenDecision } from "@/lib/db/decisions";
import type { ScopedDb } from "@/lib/db/scoped";
import { ENGINES } from "@/lib/domain/engines";
import { AppError } from "@/lib/errors";
import { readProgram } from "@/lib/services/define/read-program";
import { query } from "@/lib/services/define-service";
import { inputHash, resultHash } from "./hash-run";
import { requireRun } from "./require-run";

const CHUNK = 2000;

/** What re-performing a run found: each is true when what is stored, and what the engine makes of it again, has the hash of then. */
export type ReperformedRun = { readonly run: number; readonly inputs: boolean; readonly decisions: boolean; readonly evaluation: boolean };

/** Evaluates a run again from its frozen inputs and compares: proof that nothing was changed afterwards and that the rules give it. */
export const reperformRun = query({
  permission: "run.read",
  input: RunRef,
  async run({ db }, input): Promise<ReperformedRun> {
    const run = await requireRun(db, input.run);
    const evaluate = ENGINES.get(run.engineVersion);
    if (evaluate === undefined) {
      throw new AppError(
        "unprocessable",
        `Run ${run.number} was evaluated by engine ${run.engineVersion}, which this installation does not have: it has ${[...ENGINES.keys()].join(" and ")}.`,
      );
    }
    const frozen = await readFrozen(db, run.id);
    const program = await readProgram(db, run.programVersionId);
    const runInput = { program, asOf: run.asOf, partners: frozen.map((decision) => decision.input) };
    return {
      run: run.number,
      inputs: inputHash(runInput, run.engineVersion) === run.inputHash,
      decisions: resultHash(frozen.map(({ explanation }) => explanation)) === run.resultHash,
      evaluation: resultHash(evaluate(runInput)) === run.resultHash,
    };
  },
});

async function readFrozen(db: ScopedDb, runId: number): Promise<FrozenDecision[]> {
  const frozen: FrozenDecision[] = [];
  for (let after = ""; ; ) {
    const chunk = await db.decisions.listFrozen(runId, after, CHUNK);
    frozen.push(...chunk);
    const last = chunk.at(-1);
    if (last === undefined || chunk.length < CHUNK) return sortedByCode(frozen);
    after = last.input.partner;
  }
}

/** PostgreSQL orders by code point, JavaScript by UTF-16 unit: they differ beyond the basic plane. */
function sortedByCode(frozen: FrozenDecision[]): FrozenDecision[] {
  return frozen.sort((a, b) => (a.input.partner < b.input.partner ? -1 : 1));
}
