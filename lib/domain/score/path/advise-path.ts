import { nextReview } from "../../define/next-review";
import type { Program } from "../../define/program";
import type { PartnerInput } from "../../run-input";
import { daysBetween } from "../../shared/calendar-day";
import type { IsoDate } from "../../shared/iso-date";
import type { Decision, TierResult } from "../decision";
import { type Allowed, cheapestWay } from "./cheapest-way";
import { fewWays } from "./few-ways";
import { firstReviewOf } from "./first-review";
import { goalClauses } from "./goal";
import type { LaterPath, Path, PathAdvice } from "./path-advice";
import { type PathProblem, pathProblem } from "./path-problem";
import { decisionWith, ownIn, type PathView } from "./path-view";
import { changesOf, placeOf, provenPath } from "./proven-path";
import { withoutOthers } from "./without-others";
import { TooComplex, type Work, workLimit } from "./work-limit";

export type PathQuestion = {
  readonly program: Program;
  readonly asOf: IsoDate;
  /** All of the run where criteria among peers or seats matter and may be known; else the partner alone. */
  readonly partners: readonly PartnerInput[];
  readonly partner: PartnerInput;
  /** What the run decided. */
  readonly decision: Pick<Decision, "decided" | "qualified" | "reading" | "nodes">;
  /** `hidden`: for the partner itself, which must not learn of others. */
  readonly others: "known" | "hidden";
  /** The key of a tier; absent for the one held where the partner no longer qualifies for it, else for the next one. */
  readonly tier?: string | undefined;
  /** The day by which it should count; absent for the next review. */
  readonly by?: IsoDate | undefined;
};

/** Alternatives that are looked for. */
const MOST_ALTERNATIVES = 3;
/** Combinations looked at for one answer: a few seconds of work at the most, where the programs that people write take a twentieth of it or less. */
const MOST_WORK = 15_000_000;

/**
 * The way of least effort to qualify for a tier, or a higher one: exact for what the program says of effort, everything else being as it
 * is, and proven by evaluating the changes. What is bettered is the reading that counts; of month ends, the latest. `work` is told what is
 * done for it, and throws TooComplex where that is too much.
 *
 * @throws RangeError for a partner or a tier that is not of the run
 */
export function advisePath(question: PathQuestion, work: Work = workLimit(MOST_WORK)): PathAdvice {
  const { program, asOf, decision } = question;
  const target = targetOf(program, decision, question.tier);
  if (target === null) return { kind: "highest" };
  const towards = { tier: program.tiers[target]?.key ?? "", by: question.by ?? nextReview(asOf, program) };
  if (placeOf(program, decision.qualified) >= target) return { kind: "reached", ...towards };

  const view = viewOf(question, target);
  if (view === null) return { kind: "depends_on_others", ...towards };
  if (placeOf(view.program, decisionWith(view, []).qualified) >= target) return { kind: "seats_taken", ...towards };
  if (view.program.effort === undefined) return { kind: program.effort === undefined ? "no_effort" : "depends_on_others", ...towards };
  try {
    return { ...answer(view, target, towards.by, work), ...towards };
  } catch (error) {
    if (error instanceof TooComplex) return { kind: "too_complex", ...towards };
    throw error;
  }
}

/** Null for the highest tier held by right. */
function targetOf(program: Program, { decided, qualified }: Pick<Decision, "decided" | "qualified">, asked: string | undefined): number | null {
  if (asked !== undefined) {
    const place = placeOf(program, asked);
    if (place === -1) throw new RangeError(`the program has no tier "${asked}"`);
    return place;
  }
  const held = placeOf(program, decided);
  if (placeOf(program, qualified) < held) return held;
  return held + 1 < program.tiers.length ? held + 1 : null;
}

function viewOf({ program, asOf, partners, partner, decision, others }: PathQuestion, tier: number): PathView | null {
  if (others === "hidden") return withoutOthers(program, tier, asOf, partner, decision);
  const reading = program.readings?.kind === "regions" ? (decision.reading ?? null) : null;
  return { program, asOf, partners, partner: partner.partner, reading };
}

type Answer =
  | { readonly kind: "paths"; readonly paths: readonly Path[]; readonly inTime: Path | null; readonly later: LaterPath | null }
  | { readonly kind: "out_of_reach"; readonly missing: readonly TierResult[] };

function answer(view: PathView, tier: number, by: IsoDate, work: Work): Answer {
  const problem = pathProblem(view.program, view.asOf, ownIn(view), work);
  try {
    const clauses = goalClauses(view, tier, problem, work);
    return answerBy((allowed) => cheapestWay(problem, clauses, allowed, work), view, tier, by, problem);
  } catch (error) {
    const among = error instanceof TooComplex ? fewWays(view, tier, problem) : null;
    if (among === null) throw error;
    return answerBy(among, view, tier, by, problem);
  }
}

/** `way`: the option of each choice that is the cheapest way among those allowed. */
function answerBy(way: (allowed: Allowed) => readonly number[] | null, view: PathView, tier: number, by: IsoDate, problem: PathProblem): Answer {
  const find = (allowed: Allowed): Path | null => {
    const options = way(allowed);
    return options === null ? null : provenPath(view, tier, problem, options);
  };
  const best = find(() => true);
  if (best === null) return { kind: "out_of_reach", missing: missingAtTheEnd(view, tier, problem) };
  const within = (day: IsoDate): Path | null => {
    const days = daysBetween(view.asOf, day);
    return best.leadDays <= days ? best : find((choice, option) => (problem.choices[choice]?.options[option]?.leadDays ?? 0) <= days);
  };
  const paths = ordered([best, ...best.steps.flatMap(({ metric }) => find(without(metric, problem)) ?? [])]);
  const inTime = within(by);
  return { kind: "paths", paths, inTime, later: inTime === null ? firstReviewOf(within, best, by, view.program) : null };
}

/** Every option that leaves a metric as it is. */
function without(metric: string, { choices }: PathProblem): Allowed {
  return (choice, option) => {
    const { levers = [], options = [] } = choices[choice] ?? {};
    const place = levers.findIndex((lever) => lever.metric.key === metric);
    return place === -1 || options[option]?.settings[place]?.steps === 0;
  };
}

/** Cheapest first, of equal effort the quicker one, each way once. */
function ordered(paths: readonly Path[]): readonly Path[] {
  const different = new Map(paths.map((path) => [path.steps.map(({ metric, steps }) => `${metric} ${steps}`).join(), path]));
  return [...different.values()]
    .sort((a, b) => a.effort - b.effort || a.leadDays - b.leadDays || a.steps.length - b.steps.length)
    .slice(0, 1 + MOST_ALTERNATIVES);
}

/** What the partner still lacks with every lever at its end. */
function missingAtTheEnd(view: PathView, tier: number, problem: PathProblem): TierResult[] {
  const atTheEnd = problem.choices.map(({ options }) => options.length - 1);
  const { tiers } = decisionWith(view, changesOf(problem, atTheEnd));
  const asked = view.program.qualification === "ladder" ? tiers.slice(0, tier + 1) : tiers.slice(tier, tier + 1);
  return asked.filter(({ verdict }) => verdict !== "met");
}
