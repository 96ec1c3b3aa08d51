import { scoreTree } from "./define/score-tree";
import type { RunInput } from "./run-input";
import { confidenceReader } from "./score/confidence";
import { tierDecider } from "./score/decide-tier";
import type { Decision } from "./score/decision";
import { distanceToCut } from "./score/distance-to-cut";
import { nodeExplainer } from "./score/explain-nodes";
import { metricTable } from "./score/metric-table";
import { tierQualification } from "./score/qualify-tier";
import { competitionRanks } from "./score/rank";
import { RunDecision } from "./score/run-decision";
import { scoreColumns } from "./score/score-columns";

/** Changes whenever the same input could give other decisions. Frozen with every run. */
export const ENGINE_VERSION = "1";

/**
 * Evaluates a program for all partners: score, rank, qualify, decide; each decision explains itself. Decisions come in order of
 * partner code, whatever the order of the input.
 *
 * Gives decisions for every program without errors (`checkProgram`) and any input, with two exceptions, both RangeErrors that name
 * the culprit: a metric value that is not a number from -1e15 to 1e15, and a partner code given twice.
 */
export function evaluateRun({ program, asOf, partners }: RunInput): readonly Decision[] {
  const metrics = program.metrics.map(({ key }) => key);
  const table = metricTable(partners, metrics);
  const columns = scoreColumns(program, scoreTree(program.score), table);
  const ranks = competitionRanks(columns.score);
  const tiers = tierQualification(program, columns);
  const decide = tierDecider(program, asOf, tiers.holds);
  const distance = distanceToCut(program);
  const explanations = { nodes: nodeExplainer(columns), tiers: tiers.explain, confidence: confidenceReader(columns, asOf) };

  return table.partners.map((partner, row) => {
    const points = columns.score[row] ?? Number.NaN;
    const score = Number.isNaN(points) ? null : points;
    const qualified = tiers.qualify(row);
    const { decided, movement, override, state } = decide(partner, row, qualified);
    const outcome = {
      partner: partner.partner,
      score,
      rank: ranks[row] || null,
      metrics: partner.metrics,
      qualified: program.tiers[qualified]?.key ?? "",
      decided,
      previous: partner.previous,
      movement,
      override,
      state,
      distanceToCut: distance(score, decided),
    };
    return new RunDecision(outcome, row, partner, explanations);
  });
}
