import { type SimulationGround, SimulationQuery } from "@/lib/contracts/simulation";
import { packPopulation } from "@/lib/domain/optimize/packed-population";
import { readProgram } from "@/lib/services/define/read-program";
import { requireProgramVersion } from "@/lib/services/define/require-program-version";
import { query } from "@/lib/services/define-service";
import { readFrozen } from "@/lib/services/score/read-frozen";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { baselineOf } from "./baseline";
import { partnersForProgram } from "./partners-for-program";
import { requireBaselineRun } from "./require-baseline-run";

/** All that a browser needs to try a version, as it is saved and as it is edited, on the partners of a published run. */
export const getSimulationGround = query({
  permission: "run.read",
  input: SimulationQuery,
  async run({ db }, input): Promise<SimulationGround> {
    const version = await requireProgramVersion(db, input.program, input.version);
    const run = await requireBaselineRun(db, input.run, input.program);
    const program = await readProgram(db, version.id);
    const ran = await readRunProgram(db, run);
    const frozen = await readFrozen(db, run.id);
    const { partners, measuredAnew } = await partnersForProgram(db, run, frozen, { program, ran });
    const { decided, qualified, score } = baselineOf(ran, frozen);
    return {
      run: { number: run.number, asOf: run.asOf, version: run.program.version },
      baseline: ran,
      measuredFor: program,
      population: packPopulation(partners),
      names: frozen.map(({ partnerName }) => partnerName),
      decided: [...decided],
      qualified: [...qualified],
      score: Array.from(score, (value) => (Number.isNaN(value) ? null : value)),
      measuredAnew: [...measuredAnew],
    };
  },
});
