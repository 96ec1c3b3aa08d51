import { decisionsOf, evaluatePopulation, evaluateRun } from "./evaluate-run";
import type { RunInput } from "./run-input";
import type { Decision } from "./score/decision";
import { populationOf } from "./score/population";
import { measureRobustness } from "./score/robustness";

/** Changes whenever the same input could give other decisions. Frozen with every run. */
export const ENGINE_VERSION = "2";

/** An evaluation by small steps, which gives the decisions at its end: whoever runs it may let others go first in between. */
export type Evaluation = Generator<undefined, readonly Decision[]>;

/**
 * What each version of the engine makes of an input, by its version: a run is re-performed, byte for byte, by the one that made it.
 * Engine 2 added to engine 1 how robust each tier is, and rules that no program had before.
 */
export const ENGINES: ReadonlyMap<string, (input: RunInput) => Evaluation> = new Map([
  ["1", engine1],
  [ENGINE_VERSION, engine2],
]);

/** Evaluates a program for all partners, as a run keeps it: `evaluateRun`, and how robust each tier is. */
export function performRun(input: RunInput): readonly Decision[] {
  return completed(engine2(input));
}

/** An evaluation without a pause. */
export function completed(evaluation: Evaluation): readonly Decision[] {
  for (;;) {
    const step = evaluation.next();
    if (step.done) return step.value;
  }
}

/** It is one step, before which others may go first. */
function* engine1(input: RunInput): Evaluation {
  yield;
  return evaluateRun(input);
}

function* engine2({ program, asOf, partners }: RunInput): Evaluation {
  const population = populationOf(program, partners);
  yield;
  const run = evaluatePopulation(program, asOf, population);
  yield;
  const robustness = yield* measureRobustness(program, asOf, population, { decided: run.decisions.decided, ranks: run.ranks });
  return decisionsOf({ ...run, robustness }, population);
}
