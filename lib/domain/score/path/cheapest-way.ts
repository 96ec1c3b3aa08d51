import { judgeCondition, SHORT } from "../judge-condition";
import { accepts, type Clause } from "./clause";
import { rootReaches } from "./node-reaches";
import type { PathProblem } from "./path-problem";
import { pickedOptions, type Reach, withPicks } from "./reach";
import type { Work } from "./work-limit";

/** Which options may be taken. */
export type Allowed = (choice: number, option: number) => boolean;

/**
 * The option of each choice with which one of the clauses holds, at the least effort of all ways in which one does; null when there is
 * none. Exact: points are worked out bottom up, with every reach of every node that could be part of the best way. A way among a few
 * options of each choice is looked for first, since nothing that takes as much effort as that has to be looked at.
 */
export function cheapestWay(problem: PathProblem, clauses: readonly Clause[], allowed: Allowed, work: Work): readonly number[] | null {
  const search = (among: Allowed, known: Way | null): Way | null =>
    clauses.reduce(
      (found, clause) => cheapestFor(clause, { problem, allowed: among, work, below: found?.effort ?? Number.POSITIVE_INFINITY }) ?? found,
      known,
    );
  const isOneOfFew: Allowed = (choice, option) =>
    allowed(choice, option) && option % (1 + Math.floor((problem.choices[choice]?.options.length ?? 1) / FEW)) === 0;
  const best = search(allowed, search(isOneOfFew, null));
  if (best === null) return null;
  const picked = pickedOptions(best.picks);
  return problem.choices.map((_, choice) => picked.get(choice) ?? 0);
}

const FEW = 6;

type Search = { readonly problem: PathProblem; readonly allowed: Allowed; readonly work: Work; readonly below: number };
type Way = Pick<Reach, "effort" | "picks">;

/** The way of least effort with which a clause holds, of those below a limit. */
function cheapestFor(clause: Clause, search: Search): Way | null {
  const { problem, work, below } = search;
  const options = problem.choices.map((_, choice) => optionsFor(choice, clause, search));
  const parts = [leastEffort(rootReaches({ problem, clause, options, below, work }))];
  for (const choice of problem.beside) {
    parts.push(leastEffort((options[choice] ?? []).map((option) => ({ effort: effortOf(problem, choice, option), picks: { choice, option } }))));
  }
  let whole: Way | null = { effort: 0, picks: null };
  for (const part of parts) {
    if (part === null || whole === null) return null;
    whole = { effort: whole.effort + part.effort, picks: withPicks(whole.picks, part.picks) };
  }
  return whole.effort < below ? whole : null;
}

function leastEffort(ways: readonly Way[]): Way | null {
  return ways.reduce<Way | null>((least, way) => (least === null || way.effort < least.effort ? way : least), null);
}

function effortOf({ choices }: PathProblem, choice: number, option: number): number {
  return choices[choice]?.options[option]?.effort ?? 0;
}

/** The options with which the clause's comparisons of metrics hold. */
function optionsFor(choice: number, clause: Clause, { problem, allowed }: Search): number[] {
  const { options = [], values = NOTHING_MOVES } = problem.choices[choice] ?? {};
  const table = { ...problem.now.table, size: options.length, column: (metric: string) => values.get(metric) ?? new Float64Array(options.length) };
  const judged = [...clause.values()].flatMap((literal) =>
    literal.kind === "metric" && literal.choice === choice
      ? [{ wanted: literal.wanted, ...judgeCondition(literal.condition, { ...problem.now, table, score: new Float64Array(options.length) }) }]
      : [],
  );
  const holds = (option: number) => judged.every(({ wanted, verdicts }) => accepts(wanted, verdicts[option] ?? SHORT));
  return [...options.keys()].filter((option) => allowed(choice, option) && holds(option));
}

const NOTHING_MOVES: ReadonlyMap<string, Float64Array> = new Map();
