import type { Allowed } from "./cheapest-way";
import type { PathProblem } from "./path-problem";
import { decisionWith, type PathView } from "./path-view";
import { changesOf, placeOf } from "./proven-path";

/** Partners evaluated for one answer, at most. */
const MOST_EVALUATED = 2_000;

/**
 * Where there are few ways in all, the cheapest one by trying each, which no rules are too complex for; as `cheapestWay` gives it. Slower
 * than a search that comes to an end. Null where there are too many.
 */
export function fewWays(view: PathView, tier: number, problem: PathProblem): ((allowed: Allowed) => readonly number[] | null) | null {
  const count = problem.choices.reduce((ways, { options }) => ways * options.length, 1);
  if (count * view.partners.length > MOST_EVALUATED) return null;
  const ways = everyWay(problem).map(({ options }) => ({ options, reaches: once(() => reaches(view, tier, problem, options)) }));
  return (allowed) => ways.find((way) => way.options.every((option, choice) => allowed(choice, option)) && way.reaches())?.options ?? null;
}

type Way = { readonly options: readonly number[]; readonly effort: number };

/** An option of each choice, the ways of least effort first. */
function everyWay({ choices }: PathProblem): readonly Way[] {
  const none: readonly Way[] = [{ options: [], effort: 0 }];
  return choices
    .reduce((ways, { options }) => ways.flatMap((way) => options.map(({ effort }, option) => after(way, option, effort))), none)
    .toSorted((a, b) => a.effort - b.effort);
}

function after(way: Way, option: number, effort: number): Way {
  return { options: [...way.options, option], effort: way.effort + effort };
}

function reaches(view: PathView, tier: number, problem: PathProblem, options: readonly number[]): boolean {
  return placeOf(view.program, decisionWith(view, changesOf(problem, options)).qualified) >= tier;
}

function once(work: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => {
    known ??= work();
    return known;
  };
}
