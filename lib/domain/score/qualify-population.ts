import type { Program } from "../define/program";
import type { ScoreTree } from "../define/score-tree";
import { type BestReadings, bestReadings } from "./best-reading";
import type { KnownColumns } from "./node-columns";
import type { Population } from "./population";
import { tierQualification } from "./qualify-tier";
import { scoreColumns } from "./score-columns";
import { withinCapacity } from "./seats";

/**
 * Scores every reading of every partner, takes the best of each, and lets as many qualify for a tier as it has seats. `known`: by reading,
 * what is known already of its nodes.
 */
export function qualifyPopulation(program: Program, tree: ScoreTree, { readings }: Population, known: readonly KnownColumns[] = []): BestReadings {
  const scored = readings.map(({ reading, measured, table }, place) => {
    const columns = scoreColumns(program, tree, table, known[place]);
    return { reading, measured, columns, qualification: tierQualification(program, columns) };
  });
  const best = bestReadings(scored, program.readings?.kind);
  return { ...best, qualification: withinCapacity(program, best.score, best.of(0).columns.table, best.qualification) };
}
