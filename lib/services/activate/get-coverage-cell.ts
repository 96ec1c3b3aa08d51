import { type CoverageCellDetail, CoverageCellQuery } from "@/lib/contracts/coverage";
import { candidateFinder, isGap } from "@/lib/domain/activate/gap-candidates";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { runDto } from "@/lib/services/score/run-dto";
import { candidateWriter } from "./candidate-dto";
import { pathTo } from "./coverage-frame";
import { type JudgedCoverage, judgeCoverage, readGround } from "./judge-coverage";

const CANDIDATES = 10;

/** One cell of a run: who sells there, and when it is a gap who could. */
export const getCoverageCell = query({
  permission: "coverage.read",
  input: CoverageCellQuery,
  async run({ db }, input): Promise<CoverageCellDetail> {
    const row = await requireRunOrCurrent(db, input.run, input.program);
    const ground = await readGround(db);
    const judged = await judgeCoverage(db, row, ground);
    const line = ground.lines.find(({ code }) => code === input.line);
    const cell = judged.rule === null ? undefined : judged.cells.find(({ region, line }) => region === input.region && line === input.line);
    if (judged.rule === null || line === undefined || cell === undefined) {
      throw new AppError("not_found", `There is no cell of the region ${input.region} and the product line ${input.line} in run ${row.number}.`);
    }
    return {
      run: runDto(row),
      rule: judged.rule,
      currency: judged.program.currency,
      qualifiedTier: judged.program.tiers[judged.input.qualifiedRank]?.name ?? "",
      path: pathTo(cell.region, ground),
      category: { code: line.category, name: line.categoryName },
      line: { code: line.code, name: line.name },
      state: cell.state,
      partners: cell.partners,
      revenueE4: cell.revenueE4,
      potential: cell.potential,
      sellers: sellersOf(cell, judged),
      candidates: isGap(cell) ? candidateFinder(judged.input)(cell, CANDIDATES).map(candidateWriter(judged, ground)) : [],
    };
  },
});

function sellersOf(
  cell: { readonly region: string; readonly line: string },
  { input, partners, program }: JudgedCoverage,
): CoverageCellDetail["sellers"] {
  return input.sales
    .filter(({ region, line }) => region === cell.region && line === cell.line)
    .map(({ partner: code, revenueE4 }) => {
      const partner = partners.find((known) => known.code === code);
      return {
        partner: { code, name: partner?.name ?? code },
        tier: partner?.tier ?? null,
        tierName: program.tiers.find(({ key }) => key === partner?.tier)?.name ?? null,
        revenueE4,
        isActive: revenueE4 >= input.activeFromE4,
        isQualified: partner !== undefined && partner.tierRank >= input.qualifiedRank,
      };
    })
    .toSorted((a, b) => b.revenueE4 - a.revenueE4 || (a.partner.code < b.partner.code ? -1 : 1));
}
