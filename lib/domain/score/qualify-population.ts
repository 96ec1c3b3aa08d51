import type { Program } from "../define/program";
import type { ScoreTree } from "../define/score-tree";
import { type BestReadings, bestReadings } from "./best-reading";
import type { NodeColumn } from "./node-columns";
import type { Population } from "./population";
import { tierQualification } from "./qualify-tier";
import { scoreColumns } from "./score-columns";
import { withinCapacity } from "./seats";

/**
 * Scores every reading of every partner, takes the best of each, and lets as many qualify for a tier as it has seats. `leaves`: by reading,
 * what `scoreLeaves` made of the same criteria.
 */
export function qualifyPopulation(
  program: Program,
  tree: ScoreTree,
  { readings }: Population,
  leaves: readonly (readonly (NodeColumn | null)[])[] = [],
): BestReadings {
  const scored = readings.map(({ reading, measured, table }, place) => {
    const columns = scoreColumns(program, tree, table, leaves[place]);
    return { reading, measured, columns, qualification: tierQualification(program, columns) };
  });
  const best = bestReadings(scored, program.readings?.kind);
  return { ...best, qualification: withinCapacity(program, best.score, best.of(0).columns.table, best.qualification) };
}
