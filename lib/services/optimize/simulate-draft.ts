import { type Simulation, SimulationQuery } from "@/lib/contracts/simulation";
import { ENGINE_VERSION } from "@/lib/domain/engines";
import { effectsOf } from "@/lib/domain/optimize/effects";
import { simulate } from "@/lib/domain/optimize/simulate";
import { populationOf } from "@/lib/domain/score/population";
import { refuseContradictions } from "@/lib/services/define/refuse-contradictions";
import { requireKeptVersion } from "@/lib/services/define/require-program-version";
import { command } from "@/lib/services/define-service";
import { readFrozen } from "@/lib/services/score/read-frozen";
import { readRunProgram } from "@/lib/services/score/read-run-program";
import { baselineOf } from "./baseline";
import { partnersForProgram } from "./partners-for-program";
import { requireBaselineRun } from "./require-baseline-run";
import { simulationDto } from "./simulation-dto";

/** Tries a version, as it is saved, on the partners of a published run, and keeps what came of it: a draft is proposed with its simulation. */
export const simulateDraft = command({
  permission: "program.write",
  input: SimulationQuery,
  async run({ actor, db }, input): Promise<Simulation> {
    const version = await requireKeptVersion(db, input.program, input.version, "simulate");
    const run = await requireBaselineRun(db, input.run, input.program);
    const program = await refuseContradictions(db, version);
    const ran = await readRunProgram(db, run);
    const frozen = await readFrozen(db, run.id);
    const population = populationOf(program, (await partnersForProgram(db, run, frozen, { program, ran })).partners);
    const baseline = baselineOf(ran, frozen);
    const summary = effectsOf(program, population, baseline, simulate(program, run.asOf, population, baseline));
    const of = { versionId: version.id, documentHash: version.documentHash, runId: run.id };
    await db.simulations.add({ ...of, engineVersion: ENGINE_VERSION, summary, createdBy: actor.name });
    const kept = await db.simulations.findLast(of);
    if (kept === null) throw new Error("the simulation was not stored");
    return simulationDto(kept);
  },
});
