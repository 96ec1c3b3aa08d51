import type { Program } from "./define/program";
import { type ScoreTree, scoreTree } from "./define/score-tree";
import { entitlementsByTier } from "./entitle/entitlement";
import type { RunInput } from "./run-input";
import type { BestReadings, ScoredReading } from "./score/best-reading";
import { confidenceReader } from "./score/confidence";
import { decideTiers } from "./score/decide-tier";
import { distanceToCut } from "./score/distance-to-cut";
import { nodeExplainer } from "./score/explain-nodes";
import type { KnownColumns } from "./score/node-columns";
import { type Population, populationOf } from "./score/population";
import { qualifyPopulation } from "./score/qualify-population";
import { competitionRanks } from "./score/rank";
import { type EvaluatedRun, RunDecision } from "./score/run-decision";
import type { IsoDate } from "./shared/iso-date";

/**
 * Evaluates a program for all partners: score, rank, qualify, decide, entitle, column by column; each decision is a view of its row and
 * explains itself. Decisions come in order of partner code, whatever the order of the input.
 *
 * Gives decisions for every program without errors (`checkProgram`) and any input, with two exceptions, both RangeErrors that name
 * the culprit: a metric value that is not a number from -1e15 to 1e15, and a partner code given twice.
 */
export function evaluateRun({ program, asOf, partners }: RunInput): readonly RunDecision[] {
  const population = populationOf(program, partners);
  return decisionsOf(evaluatePopulation(program, asOf, population), population);
}

/** The decisions of a population, in its order. */
export function decisionsOf(run: EvaluatedRun, { partners }: Population): readonly RunDecision[] {
  return partners.map((partner, row) => new RunDecision(run, row, partner));
}

/**
 * The same by column, for a population that is evaluated again and again, as whoever tries other rules does. `knownOf`: what
 * is known already of the nodes in each reading.
 */
export function evaluatePopulation(program: Program, asOf: IsoDate, population: Population, knownOf: KnownByReading = () => []): EvaluatedRun {
  const tree = scoreTree(program.score);
  const best = qualifyPopulation(program, tree, population, knownOf(program, tree));
  return {
    tiers: program.tiers,
    score: best.score,
    ranks: competitionRanks(best.score, program.scoreDecimals),
    qualification: best.qualification,
    decisions: decideTiers(program, asOf, population.partners, best.qualification),
    distanceToCut: distanceToCut(program),
    columns: (row) => best.of(row).columns,
    nodes: ofBestReading(best, ({ columns }) => nodeExplainer(columns)),
    confidence: ofBestReading(best, ({ columns }) => confidenceReader(columns, asOf)),
    robustness: undefined,
    reading: program.readings === undefined ? undefined : (row) => best.of(row).reading,
    entitlements: entitlementsByTier(program),
  };
}

type KnownByReading = (program: Program, tree: ScoreTree) => readonly KnownColumns[];

/** A reader of rows that is made once for each reading, when a row first asks for it. */
function ofBestReading<Rest extends unknown[], Value>(
  { of }: BestReadings,
  readerOf: (reading: ScoredReading) => (row: number, ...rest: Rest) => Value,
): (row: number, ...rest: Rest) => Value {
  const readers = new Map<ScoredReading, (row: number, ...rest: Rest) => Value>();
  return (row, ...rest) => {
    const reading = of(row);
    const reader = readers.get(reading) ?? readerOf(reading);
    readers.set(reading, reader);
    return reader(row, ...rest);
  };
}
