import { type Simulation, SimulationQuery } from "@/lib/contracts/simulation";
import { AppError } from "@/lib/errors";
import { requireProgramVersion } from "@/lib/services/define/require-program-version";
import { query } from "@/lib/services/define-service";
import { requireBaselineRun } from "./require-baseline-run";
import { simulationDto } from "./simulation-dto";

/** The last simulation of a version, as its document is now, on the partners of a published run. */
export const getSimulation = query({
  permission: "program.read",
  input: SimulationQuery,
  async run({ db }, input): Promise<Simulation> {
    const { id, version, documentHash } = await requireProgramVersion(db, input.program, input.version);
    const run = await requireBaselineRun(db, input.run, input.program);
    const kept = await db.simulations.findLast({ versionId: id, documentHash, runId: run.id });
    if (kept === null) throw new AppError("not_found", `Version ${version}, as it is now, was not simulated on the partners of run ${run.number}.`);
    return simulationDto(kept);
  },
});
