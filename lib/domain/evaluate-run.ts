import { scoreTree } from "./define/score-tree";
import { entitlementsByTier } from "./entitle/entitlement";
import type { RunInput } from "./run-input";
import { confidenceReader } from "./score/confidence";
import { decideTiers } from "./score/decide-tier";
import { distanceToCut } from "./score/distance-to-cut";
import { nodeExplainer } from "./score/explain-nodes";
import { metricTable } from "./score/metric-table";
import { tierQualification } from "./score/qualify-tier";
import { competitionRanks } from "./score/rank";
import { type EvaluatedRun, RunDecision } from "./score/run-decision";
import { scoreColumns } from "./score/score-columns";

/** Changes whenever the same input could give other decisions. Frozen with every run. */
export const ENGINE_VERSION = "1";

/**
 * Evaluates a program for all partners: score, rank, qualify, decide, entitle, column by column; each decision is a view of its row and
 * explains itself. Decisions come in order of partner code, whatever the order of the input.
 *
 * Gives decisions for every program without errors (`checkProgram`) and any input, with two exceptions, both RangeErrors that name
 * the culprit: a metric value that is not a number from -1e15 to 1e15, and a partner code given twice.
 */
export function evaluateRun({ program, asOf, partners }: RunInput): readonly RunDecision[] {
  const metrics = program.metrics.map(({ key }) => key);
  const table = metricTable(partners, metrics);
  const columns = scoreColumns(program, scoreTree(program.score), table);
  const qualification = tierQualification(program, columns);
  const run: EvaluatedRun = {
    tiers: program.tiers,
    score: columns.score,
    ranks: competitionRanks(columns.score, program.scoreDecimals),
    qualification,
    decisions: decideTiers(program, asOf, table.partners, qualification),
    distanceToCut: distanceToCut(program),
    nodes: nodeExplainer(columns),
    confidence: confidenceReader(columns, asOf),
    entitlements: entitlementsByTier(program),
  };
  return table.partners.map((partner, row) => new RunDecision(run, row, partner));
}
