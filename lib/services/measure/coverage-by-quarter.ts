import type { QuarterRun } from "@/lib/db/kpis";
import type { ScopedDb } from "@/lib/db/scoped";
import { sumCells } from "@/lib/domain/activate/coverage-sum";
import type { CoverageTotals } from "@/lib/domain/measure/kpi";
import { insideOf } from "@/lib/services/activate/coverage-frame";
import { judgeCoverage, readGround } from "@/lib/services/activate/judge-coverage";
import { requireRun } from "@/lib/services/score/require-run";

/** The coverage of the runs of quarters, in a region or everywhere; null where there is no run, or no rule in its program. */
export async function coverageByQuarter(db: ScopedDb, runs: readonly QuarterRun[], region: string | undefined): Promise<(CoverageTotals | null)[]> {
  if (runs.every((run) => run === null)) return runs.map(() => null);
  const ground = await readGround(db);
  const isInside = insideOf({ region }, ground);
  const totals: (CoverageTotals | null)[] = [];
  for (const run of runs) {
    const judged = run === null ? null : await judgeCoverage(db, await requireRun(db, run.number), ground);
    totals.push(judged === null || judged.rule === null ? null : totalsOf(sumCells(judged.cells.filter(isInside))));
  }
  return totals;
}

function totalsOf({ cells, byState, potentialE4, reachedE4 }: ReturnType<typeof sumCells>): CoverageTotals {
  return { cells, reachedCells: cells - byState.white_space, potential: potentialE4 ?? 0, reached: reachedE4 };
}
