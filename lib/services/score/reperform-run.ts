import { now } from "@/lib/clock";
import type { ReperformedRun } from "@/lib/contracts/reperformed-run";
import { RunRef } from "@/lib/contracts/run";
import type { RunRow } from "@/lib/db/runs";
import { ENGINES, type Evaluation } from "@/lib/domain/engines";
import type { RunInput } from "@/lib/domain/run-input";
import { AppError } from "@/lib/errors";
import { longCommand } from "@/lib/services/define-service";
import { inTurns } from "@/lib/services/in-turns";
import { compareDecisions } from "./compare-decisions";
import { readFrozenInput } from "./read-frozen-input";
import { requireRun } from "./require-run";

/**
 * Evaluates a run again from its frozen inputs, by the engine that made it, and compares with what was recorded and is stored, byte for
 * byte: proof that nothing was changed afterwards and that the rules give it. It changes nothing, and works by small steps, each with
 * a short read of its own: what it reads never changes.
 */
export const reperformRun = longCommand({
  permission: "run.read",
  input: RunRef,
  async run({ bulk }, input): Promise<ReperformedRun> {
    const begun = now();
    const run = await bulk.read((db) => requireRun(db, input.run));
    const evaluate = requireEngine(run);
    const { input: runInput, partners, hash } = await readFrozenInput(bulk, run);
    const inputs = hash === run.inputHash;

    const again = async () => compareDecisions(bulk, run.id, partners, await inTurns(evaluate(runInput)));
    // Inputs that somebody changed may be none that an engine can take: then there is nothing to compare with.
    const compared = inputs ? await again() : await again().catch(() => compareDecisions(bulk, run.id, partners, null));

    return {
      ...{ run: run.number, engineVersion: run.engineVersion, partners: run.partners, stored: partners.length },
      inputs,
      decisions: compared.storedHash === run.resultHash && compared.isShownAsStored,
      evaluation: compared.evaluatedHash === run.resultHash,
      inputHash: { recorded: run.inputHash, found: hash },
      resultHash: { recorded: run.resultHash, stored: compared.storedHash, evaluated: compared.evaluatedHash },
      ...{ differing: compared.differing, differences: compared.differences },
      milliseconds: now().getTime() - begun.getTime(),
    };
  },
});

function requireEngine({ number, engineVersion }: RunRow): (input: RunInput) => Evaluation {
  const engine = ENGINES.get(engineVersion);
  if (engine !== undefined) return engine;
  throw new AppError(
    "unprocessable",
    `Run ${number} was evaluated by engine ${engineVersion}, which this installation does not have: it has ${[...ENGINES.keys()].join(" and ")}.`,
  );
}
