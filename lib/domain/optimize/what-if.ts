import { measuredAnew, measuringPart } from "../define/measures";
import type { Program } from "../define/program";
import { type Population, populationOf } from "../score/population";
import { canonicalJson } from "../shared/canonical-json";
import type { IsoDate } from "../shared/iso-date";
import { type Behind, type BehindQuery, behind } from "./behind";
import { type Cliff, cliffsOf } from "./cliffs";
import { type Effects, effectsOf } from "./effects";
import { disparity, effectsByGroup, type GroupEffect } from "./fairness";
import { type Grouping, groupingsOf, groupOf } from "./groupings";
import { type Listed, type MovedPage, movedPage } from "./moved-partners";
import { nodeMemory } from "./node-memory";
import { type PackedPopulation, unpackPopulation } from "./packed-population";
import { revenueMetric } from "./revenue-metric";
import { type Baseline, simulate } from "./simulate";

/** What a published run made of its partners, for trying other rules on them. */
export type Ground = {
  readonly asOf: IsoDate;
  /** The rules of the run. */
  readonly baseline: Program;
  /** The rules for which the partners were measured. */
  readonly measuredFor: Program;
  readonly population: PackedPopulation;
  /** By row: places of the tiers of the run, and scores; null when unscored. */
  readonly decided: readonly number[];
  readonly qualified: readonly number[];
  readonly score: readonly (number | null)[];
};

/** What of a trial is looked at. */
export type Look = {
  /** Tiers as the rules of movement make them, or as the figures alone qualify for. */
  readonly by: "decided" | "qualified";
  readonly listed: Listed;
  readonly page: number;
  /** Null where nobody looks at it. */
  readonly grouping: Grouping | null;
  readonly behind: BehindQuery | null;
  /** They take longer than all the rest, and are worked out only for who looks at them. */
  readonly cliffs: boolean;
};

export type Trial = {
  readonly effects: Effects;
  readonly moved: MovedPage;
  /** What the partners may be divided by. */
  readonly groupings: readonly Grouping[];
  readonly fairness: { readonly groups: readonly GroupEffect[]; readonly disparity: number | null } | null;
  readonly behind: Behind | null;
  readonly cliffs: readonly Cliff[] | null;
  /** Keys of metrics that the partners were not measured for: they count as without data until they are. */
  readonly unmeasured: readonly string[];
};

/**
 * Tries rules on the partners of a run, again and again as they are edited. `program` must be without errors (`checkProgram`). What stays
 * the same from one trial to the next is not computed again.
 */
export function whatIf(ground: Ground): (program: Program, look: Look) => Trial {
  const partners = unpackPopulation(ground.population);
  const baseline: Baseline = {
    program: ground.baseline,
    decided: Uint8Array.from(ground.decided),
    qualified: Uint8Array.from(ground.qualified),
    score: Float64Array.from(ground.score, (score) => score ?? Number.NaN),
  };
  const populationFor = remembered(
    ({ metrics, readings, ...program }: Program) => ({
      keys: metrics.map(({ key }) => key),
      readings: readings ?? null,
      revenue: revenueMetric({ metrics, ...program }),
    }),
    (program) => {
      const population = populationOf(program, partners);
      return { population, knownOf: nodeMemory(population), groupings: groupingsOf(program, population) };
    },
  );
  const unmeasuredOf = remembered(measuringPart, (program) => measuredAnew(program, ground.measuredFor).metrics.map(({ key }) => key));

  return (program, look) => {
    const { population, knownOf, groupings } = populationFor(program);
    const simulation = simulate(program, ground.asOf, population, baseline, knownOf);
    const { run } = simulation;
    const change = simulation[look.by];
    const before = { places: baseline[look.by], score: baseline.score };
    const after = { places: look.by === "decided" ? run.decisions.decided : run.qualification.qualified, score: run.score };
    return {
      effects: effectsOf(program, population, baseline, simulation),
      moved: movedPage({ change, before, after, ranks: run.ranks }, look.listed, look.page),
      groupings,
      fairness: look.grouping === null ? null : fairnessOf(look.grouping, program, population, { steps: change.steps, before, after }),
      behind: look.behind === null ? null : behind(look.behind, program, run),
      cliffs: look.cliffs ? cliffsOf(program, ground.asOf, population, run) : null,
      unmeasured: unmeasuredOf(program),
    };
  };
}

type Sides = Omit<Parameters<typeof effectsByGroup>[0], "groupOf">;

function fairnessOf(grouping: Grouping, program: Program, population: Population, sides: Sides): NonNullable<Trial["fairness"]> {
  const groups = effectsByGroup({ ...sides, groupOf: groupOf(grouping, program, population) });
  return { groups, disparity: disparity(groups) };
}

/** What was made of the last program, as long as the part that it depends on stays the same. */
function remembered<Value>(partOf: (program: Program) => unknown, make: (program: Program) => Value): (program: Program) => Value {
  let last: { readonly part: string; readonly value: Value } | null = null;
  return (program) => {
    const part = canonicalJson(partOf(program));
    if (last?.part !== part) last = { part, value: make(program) };
    return last.value;
  };
}
