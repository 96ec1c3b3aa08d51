import type { Program } from "../define/program";
import { advisePath, type PathQuestion } from "../score/path/advise-path";
import { workLimit } from "../score/path/work-limit";
import { isPeerCurve } from "../score/peer-curves";
import type { Population } from "../score/population";
import { type EvaluatedRun, RunDecision } from "../score/run-decision";
import type { IsoDate } from "../shared/iso-date";
import { median } from "../shared/median";
import { roundStep } from "../shared/round-number";
import type { RevenueMetric } from "./revenue-metric";

/** What partners would have to sell beyond what they do to qualify for a tier, everything else being as it is. Money is major units a year. */
export type SalesToCross = {
  /** Partners that were looked at. */
  readonly tried: number;
  /** Of these, those that get there by sales alone; what it takes, of the middle one, the least and the most; null where nobody does. */
  readonly crossing: number;
  readonly needed: { readonly median: number; readonly least: number; readonly most: number } | null;
  /** Those that do not, however much they sell, up to `furthest`. */
  readonly stuck: number;
  /** Those of which nothing exact can be said, because a step of theirs moves others. */
  readonly unknown: number;
  /** Sales were raised by so much at a time, up to so much. */
  readonly step: number;
  readonly furthest: number;
};

export type CrossingQuestion = {
  readonly program: Program;
  readonly asOf: IsoDate;
  readonly population: Population;
  readonly run: EvaluatedRun;
  readonly revenue: RevenueMetric;
  /** What of the revenue metric partners such as these have, above 0: it sets the step. */
  readonly typical: number;
  /** How many cuts are asked about, this one included. */
  readonly cuts: number;
};

/** At most so many partners are looked at for all cuts together; where partners matter to each other, each look evaluates all of them, so fewer. */
const MOST_TRIED = 180;
const MOST_TRIED_AMONG_OTHERS = 24;
const MOST_STEPS = 200;
/** Of a partner alone each step can be tried instead (path/few-ways.ts), so that less searching is enough. */
const MOST_WORK_ALONE = 500_000;
/** A step is round and at most this part of what is typical: all of them make one and a half times that, or more. */
const STEPS_TO_TYPICAL = 50;

/** `rows` are the partners that fall short of the tier at `place`; of many, some that stand evenly among them are looked at. */
export function salesToCross(question: CrossingQuestion, rows: readonly number[], place: number): SalesToCross {
  const { program, revenue } = question;
  const isAmongOthers = mattersToOthers(program);
  const step = roundStep(question.typical / STEPS_TO_TYPICAL);
  const tried = evenly(rows, Math.floor((isAmongOthers ? MOST_TRIED_AMONG_OTHERS : MOST_TRIED) / question.cuts));
  const found = tried.map((row) => stepsToCross(question, row, place, step, isAmongOthers));
  const needed = found.flatMap((steps) => (typeof steps === "number" ? [steps * step * revenue.timesAYear] : []));
  return {
    tried: tried.length,
    crossing: needed.length,
    needed: needed.length === 0 ? null : { median: median(needed), least: Math.min(...needed), most: Math.max(...needed) },
    stuck: found.filter((steps) => steps === "never").length,
    unknown: found.filter((steps) => steps === "unknown").length,
    step: step * revenue.timesAYear,
    furthest: MOST_STEPS * step * revenue.timesAYear,
  };
}

/** The fewest steps of sales with which a partner qualifies for the tier or a higher one, proven by evaluating them. */
function stepsToCross(
  { program, asOf, population: { partners }, run, revenue }: CrossingQuestion,
  row: number,
  place: number,
  step: number,
  isAmongOthers: boolean,
): number | "never" | "unknown" {
  const partner = partners[row];
  if (partner === undefined) throw new RangeError(`the run has no row ${row}`);
  const question: PathQuestion = {
    program: movedBySales(program, revenue.key, step),
    asOf,
    partners: isAmongOthers ? partners : [partner],
    partner,
    decision: new RunDecision(run, row, partner),
    others: "known",
    tier: program.tiers[place]?.key,
    by: asOf,
  };
  const advice = advisePath(question, isAmongOthers ? undefined : workLimit(MOST_WORK_ALONE));
  if (advice.kind === "paths") return advice.paths[0]?.steps[0]?.steps ?? 0;
  return advice.kind === "out_of_reach" || advice.kind === "seats_taken" ? "never" : "unknown";
}

/** The program, in which nothing but revenue can be bettered, a step at a time. */
export function movedBySales(program: Program, metric: string, step: number): Program {
  return { ...program, effort: [{ metric, step, effort: 1, leadDays: { first: 0, each: 0 }, mostSteps: MOST_STEPS, withoutData: 0 }] };
}

/** Whether what one partner does can move another one: by criteria among peers, or by seats. */
function mattersToOthers({ score, tiers }: Program): boolean {
  return tiers.some(({ capacity }) => capacity !== undefined) || hasPeers(score);
}

function hasPeers(node: Program["score"]): boolean {
  return node.kind === "group" ? node.children.some(hasPeers) : isPeerCurve(node.curve);
}

function evenly(rows: readonly number[], most: number): number[] {
  const size = Math.min(rows.length, most);
  return Array.from({ length: size }, (_, i) => rows[Math.floor((i * rows.length) / size)] ?? 0);
}
