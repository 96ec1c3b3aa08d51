import { type Simulation, SimulationSummary } from "@/lib/contracts/simulation";
import type { SimulationRow } from "@/lib/db/simulations";

export function simulationDto({ summary, ...row }: SimulationRow): Simulation {
  return { ...row, summary: SimulationSummary.parse(summary) };
}
