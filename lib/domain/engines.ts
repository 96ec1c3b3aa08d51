import { decisionsOf, evaluatePopulation, evaluateRun } from "./evaluate-run";
import type { RunInput } from "./run-input";
import type { Decision } from "./score/decision";
import { populationOf } from "./score/population";
import { measureRobustness } from "./score/robustness";

/** Changes whenever the same input could give other decisions. Frozen with every run. */
export const ENGINE_VERSION = "2";

/**
 * What each version of the engine makes of an input, by its version: a run is re-performed, byte for byte, by the one that made it.
 * Engine 2 added to engine 1 how robust each tier is, and rules that no program had before.
 */
export const ENGINES: ReadonlyMap<string, (input: RunInput) => readonly Decision[]> = new Map([
  ["1", evaluateRun],
  [ENGINE_VERSION, performRun],
]);

/** Evaluates a program for all partners, as a run keeps it: `evaluateRun`, and how robust each tier is. */
export function performRun({ program, asOf, partners }: RunInput): readonly Decision[] {
  const population = populationOf(program, partners);
  const run = evaluatePopulation(program, asOf, population);
  const robustness = measureRobustness(program, asOf, population, { decided: run.decisions.decided, ranks: run.ranks });
  return decisionsOf({ ...run, robustness }, population);
}
