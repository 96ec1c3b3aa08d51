import { judgeCondition, SHORT } from "../judge-condition";
import { accepts, type Clause } from "./clause";
import type { ClauseSearch } from "./clause-search";
import { effortBound, isBeyond, justAbove } from "./effort-bound";
import { effortOf, type PathProblem } from "./path-problem";
import { pickedOptions, type Reach, withPicks } from "./reach";
import { rootReaches } from "./root-reaches";
import type { Work } from "./work-limit";

/** Which options may be taken. */
export type Allowed = (choice: number, option: number) => boolean;

/**
 * The option of each choice with which one of the clauses holds, at the least effort of all ways in which one does; null when there is
 * none. Exact: points are worked out bottom up, with every reach of every node that could be part of the best way. A way among a few
 * options of each choice is looked for first, since nothing that takes as much effort as that has to be looked at.
 */
export function cheapestWay(problem: PathProblem, clauses: readonly Clause[], allowed: Allowed, work: Work): readonly number[] | null {
  const isOneOfFew: Allowed = (choice, option) =>
    allowed(choice, option) && option % (1 + Math.floor((problem.choices[choice]?.options.length ?? 1) / FEW)) === 0;
  const search = (among: Allowed, known: Way | null) => {
    const optionsIn = (clause: Clause) => problem.choices.map((_, choice) => optionsFor(choice, clause, problem, among));
    return cheapestOf(
      clauses.map((clause) => ({ problem, clause, options: optionsIn(clause), work })),
      known,
      mostEffort(problem),
    );
  };
  const best = search(allowed, search(isOneOfFew, null));
  if (best === null) return null;
  const picked = pickedOptions(best.picks);
  return problem.choices.map((_, choice) => picked.get(choice) ?? 0);
}

const FEW = 6;

type Way = Pick<Reach, "effort" | "picks">;

/**
 * The way of least effort with which one of some clauses holds, of those that take less than a known one; that one where none does. Within
 * a limit of effort there is far less to look at than beyond: it begins at the least that any clause could take, and is raised only while
 * nothing is found, up to where all of it is looked at. `most`: what it takes to do everything.
 */
function cheapestOf(searches: readonly Omit<ClauseSearch, "below">[], known: Way | null, most: number): Way | null {
  const end = known?.effort ?? Number.POSITIVE_INFINITY;
  const open = searches.flatMap((search) => {
    const boundOf = effortBound({ ...search, below: justAbove(end) });
    const least = boundOf(new Map());
    return least === Number.POSITIVE_INFINITY || isBeyond(least, end) ? [] : [{ search, boundOf, least }];
  });
  const cheapestBelow = (limit: number): Way | null =>
    open.reduce<Way | null>((found, { search, boundOf, least }) => {
      const below = found?.effort ?? limit;
      return isBeyond(least, below) ? found : (cheapestFor({ ...search, below }, boundOf) ?? found);
    }, null);
  if (open.length === 0) return known;
  const least = Math.min(...open.map((each) => each.least));
  for (let limit = justAbove(least); limit < end && GROWTH * limit < most; limit = Math.max(GROWTH * limit, most / FIRST_PARTS)) {
    const found = cheapestBelow(limit);
    if (found !== null) return found;
  }
  return cheapestBelow(end) ?? known;
}

/** By how much the limit grows. */
const GROWTH = 2;
/** Of all effort, the part that the first of the raised limits allows at least. */
const FIRST_PARTS = 8;

/** What it takes to do everything there is to do. */
function mostEffort({ choices }: PathProblem): number {
  return choices.reduce((sum, { options }) => sum + Math.max(...options.map(({ effort }) => effort)), 0);
}

/** The way of least effort with which a clause holds, of those below the limit. */
function cheapestFor(search: ClauseSearch, boundOf: ReturnType<typeof effortBound>): Way | null {
  const { problem, options, below } = search;
  const parts = [leastEffort(rootReaches(search, boundOf))];
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

/** The options with which the clause's comparisons of metrics hold. */
function optionsFor(choice: number, clause: Clause, problem: PathProblem, allowed: Allowed): number[] {
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
