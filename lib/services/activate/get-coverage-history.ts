import { type CoverageHistory, CoverageQuery } from "@/lib/contracts/coverage";
import { sumCells } from "@/lib/domain/activate/coverage-sum";
import { query } from "@/lib/services/define-service";
import { frameCoverage, insideOf } from "./coverage-frame";
import { judgeCoverage } from "./judge-coverage";

const RUNS = 8;

/** Coverage of the last published runs of the program, each by its own version's rule, on today's regions and weights. */
export const getCoverageHistory = query({
  permission: "coverage.read",
  input: CoverageQuery,
  async run({ db }, input): Promise<CoverageHistory> {
    const { frame, ground, judged: shown } = await frameCoverage(db, input);
    const rows = await db.runs.listPublished(frame.run.program.key, RUNS);
    const isInside = insideOf(input, ground);
    const runs: CoverageHistory["runs"] = [];
    for (const row of rows) {
      const judged = shown !== null && row.number === frame.run.number ? shown : await judgeCoverage(db, row, ground);
      const total = judged.rule === null ? null : sumCells(judged.cells.filter(isInside));
      runs.push({ run: row.number, asOf: row.asOf, version: row.program.version, total });
    }
    return { ...frame, runs: runs.reverse() };
  },
});
