import type { PathAnswer, PathMetric, PathStep, PathWay } from "@/lib/contracts/path";
import type { ScorecardTier } from "@/lib/contracts/scorecard";
import type { Named } from "@/lib/contracts/scorecard-answer";
import { firstReviewFrom } from "@/lib/domain/define/next-review";
import type { Program } from "@/lib/domain/define/program";
import type { TierResult } from "@/lib/domain/score/decision";
import type { MetricChange, Path, PathAdvice } from "@/lib/domain/score/path/path-advice";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Advised } from "./advise";
import { ownSeats, staffSeats } from "./scorecard-seats";

/** Who is told, and what became of the other partners. */
type Reader = { readonly forStaff: boolean; readonly others: PathAnswer["others"] };

/** An advice with the words of its program. Only staff are told what it takes in effort, which is the program's own estimate. */
export function pathAnswer({ run, program, frozen, asked }: Advised, advice: PathAdvice, { forStaff, others }: Reader): PathAnswer {
  const towards = advice.kind === "highest" ? null : advice;
  const { currency, scoreDecimals, effortUnit = null } = program;
  return {
    partner: { code: frozen.input.partner, name: frozen.partnerName },
    run: { number: run.number, asOf: run.asOf },
    program: {
      ...{ key: run.program.key, name: program.name, version: run.program.version, currency, scoreDecimals },
      effortUnit: forStaff ? effortUnit : null,
    },
    kind: advice.kind,
    tier: towards === null ? null : tierIn(program, towards.tier),
    by: towards?.by ?? null,
    isByAsked: towards !== null && asked.by !== undefined,
    ways: advice.kind === "paths" ? waysOf(advice).map((path) => pathWay(path, advice, { program, asOf: run.asOf, forStaff })) : [],
    firstReview: advice.kind === "paths" ? (advice.later?.review ?? null) : null,
    missing: advice.kind === "out_of_reach" ? advice.missing.map((missing) => missingTier(missing, program, forStaff)) : [],
    others,
    hasSeats: program.tiers.some(({ key, capacity }) => key === towards?.tier && capacity !== undefined),
  };
}

type Paths = Extract<PathAdvice, { kind: "paths" }>;

/** Each way once, cheapest first: those in time, or first of all to be, may be others than the cheapest. */
function waysOf({ paths, inTime, later }: Paths): readonly Path[] {
  const stepsOf = (path: Path) => path.steps.map(({ metric, steps }) => `${metric} ${steps}`).join();
  const ways = [...paths, ...(inTime === null ? [] : [inTime]), ...(later === null ? [] : [later.path])];
  return [...new Map(ways.map((path) => [stepsOf(path), path])).values()].toSorted((a, b) => a.effort - b.effort || a.leadDays - b.leadDays);
}

type Told = { readonly program: Program; readonly asOf: IsoDate; readonly forStaff: boolean };

function pathWay(path: Path, { paths, by }: Paths, { program, asOf, forStaff }: Told): PathWay {
  const { leadDays, countsOn, score } = path;
  return {
    steps: path.steps.map(
      (step): PathStep => ({
        ...{ ...pathMetric(step, program), to: step.to ?? 0 },
        ...{ leadDays: step.leadDays, effort: forStaff ? step.effort : null },
      }),
    ),
    follows: path.follows.map((change) => pathMetric(change, program)),
    effort: forStaff ? path.effort : null,
    easiest: path.effort === paths[0]?.effort,
    ...{ leadDays, countsOn, score },
    review: firstReviewFrom(countsOn, asOf, program),
    inTime: countsOn <= by,
    qualifies: tierIn(program, path.qualifies),
  };
}

function pathMetric({ metric, from, to }: MetricChange, { metrics }: Program): PathMetric {
  const definition = metrics.find(({ key }) => key === metric);
  if (definition === undefined) throw new Error(`a path changes "${metric}", which its program does not measure`);
  const { key, name, unit, betterWhen, source } = definition;
  return { key, name, unit, betterWhen, source, from, to };
}

function missingTier({ tier, verdict, check, capacity }: TierResult, program: Program, forStaff: boolean): ScorecardTier {
  return { ...tierIn(program, tier), verdict, check, seats: forStaff ? staffSeats(capacity) : ownSeats(capacity) };
}

function tierIn({ tiers }: Program, key: string): Named {
  return { key, name: tiers.find((tier) => tier.key === key)?.name ?? key };
}
