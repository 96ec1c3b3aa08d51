import type { Program } from "../../define/program";
import { addDays } from "../../shared/calendar-day";
import { roundHalfAway } from "../../shared/round";
import type { MetricChange, Path, PathStep } from "./path-advice";
import type { PathProblem } from "./path-problem";
import { decisionWith, type PathView } from "./path-view";
import { TooComplex } from "./work-limit";

/** Takes the noise of binary fractions out of a sum of efforts. */
const EFFORT_DECIMALS = 9;

/**
 * The path of some options, one for each choice, proven by evaluating its changes. A change may move others too: among peers or in the
 * competition for seats by so little, at the very edge, that the partner falls short all the same. Then nothing exact can be said.
 */
export function provenPath(view: PathView, tier: number, problem: PathProblem, options: readonly number[]): Path {
  const steps = stepsOf(problem, options);
  const changes = changesOf(problem, options);
  const { score, qualified } = decisionWith(view, changes);
  if (placeOf(view.program, qualified) < tier) {
    if (view.partners.length > 1) throw new TooComplex();
    throw new Error(`a path to tier ${tier} was found for partner "${view.partner}", and its changes qualify for "${qualified}" only`);
  }
  const leadDays = Math.max(0, ...steps.map((step) => step.leadDays));
  return {
    steps,
    follows: changes.filter(({ metric, from, to }) => from !== to && steps.every((step) => step.metric !== metric)),
    effort: roundHalfAway(
      steps.reduce((sum, { effort }) => sum + effort, 0),
      EFFORT_DECIMALS,
    ),
    leadDays,
    countsOn: addDays(view.asOf, leadDays),
    score,
    qualifies: qualified,
  };
}

/** Every metric that some options move, the levers' own and those that follow. */
export function changesOf({ choices, now }: PathProblem, options: readonly number[]): MetricChange[] {
  return choices.flatMap(({ values }, choice) => {
    const option = options[choice] ?? 0;
    if (option === 0) return [];
    return [...values].map(([metric, moved]) => ({ metric, from: known(now.table.column(metric)[0]), to: known(moved[option]) }));
  });
}

function stepsOf({ choices }: PathProblem, options: readonly number[]): PathStep[] {
  return choices.flatMap(({ levers, options: own }, choice) =>
    levers.flatMap(({ metric, settings }, place) => {
      const setting = own[options[choice] ?? 0]?.settings[place];
      if (setting === undefined || setting.steps === 0) return [];
      const { steps, effort, leadDays, value } = setting;
      return [{ metric: metric.key, from: known(settings[0]?.value), to: value, steps, effort: roundHalfAway(effort, EFFORT_DECIMALS), leadDays }];
    }),
  );
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** The place of a tier, 0 for the lowest; -1 for one that the program does not have. */
export function placeOf({ tiers }: Pick<Program, "tiers">, tier: string): number {
  return tiers.findIndex(({ key }) => key === tier);
}
