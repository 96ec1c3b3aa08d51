import type { Program } from "../define/program";
import { evaluatePopulation } from "../evaluate-run";
import type { Population } from "../score/population";
import type { EvaluatedRun } from "../score/run-decision";
import type { IsoDate } from "../shared/iso-date";
import { compareTiers, type TierChange } from "./compare-tiers";

/** What a published run made of its partners, by row. */
export type Baseline = {
  readonly program: Program;
  /** Places of the tiers decided and qualified for, 0 for the lowest. */
  readonly decided: Uint8Array;
  readonly qualified: Uint8Array;
  /** Rounded; NaN when unscored. */
  readonly score: Float64Array;
};

export type Simulation = {
  readonly run: EvaluatedRun;
  /** What the rules, those of movement included, make of each tier. */
  readonly decided: TierChange;
  /** What the figures alone qualify for: movement may hide it for a while. */
  readonly qualified: TierChange;
};

/**
 * The same review by other rules: the partners of a run, with the tiers they came to it with, evaluated by another program. Nothing but
 * the rules differs, so that a program without a change changes nobody.
 */
export function simulate(
  program: Program,
  asOf: IsoDate,
  population: Population,
  { program: { tiers }, ...before }: Baseline,
  knownOf?: Parameters<typeof evaluatePopulation>[3],
): Simulation {
  const run = evaluatePopulation(program, asOf, population, knownOf);
  return {
    run,
    decided: compareTiers({ tiers, places: before.decided }, { tiers: program.tiers, places: run.decisions.decided }),
    qualified: compareTiers({ tiers, places: before.qualified }, { tiers: program.tiers, places: run.qualification.qualified }),
  };
}
