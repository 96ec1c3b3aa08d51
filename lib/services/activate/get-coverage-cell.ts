import { type CoverageCellDetail, CoverageCellQuery } from "@/lib/contracts/coverage";
import type { ScopedDb } from "@/lib/db/scoped";
import { isQualified } from "@/lib/domain/activate/cell-totals";
import { isGap } from "@/lib/domain/activate/gap-candidates";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { requireRunOrCurrent } from "@/lib/services/score/require-run";
import { runDto } from "@/lib/services/score/run-dto";
import { type SellingPartners, salesWindow, sellingPartners } from "./cell-sellers";
import { pathTo } from "./coverage-frame";
import { gapFinder } from "./gap-finder";
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
    const selling = await sellingPartners(db, judged);
    const sales = await db.coverage.sales(salesWindow(judged), [cell]);
    const candidatesOf = await gapFinder(db, judged, ground, [cell].filter(isGap), CANDIDATES);
    return {
      run: runDto(row),
      rule: judged.rule,
      currency: judged.program.currency,
      qualifiedTier: judged.program.tiers[selling.qualifiedRank]?.name ?? "",
      path: pathTo(cell.region, ground),
      category: { code: line.category, name: line.categoryName },
      line: { code: line.code, name: line.name },
      state: cell.state,
      partners: cell.partners,
      revenueE4: cell.revenueE4,
      potential: cell.potential,
      sellers: sellersOf(sales, selling, judged),
      candidates: candidatesOf(cell),
    };
  },
});

function sellersOf(
  sales: Awaited<ReturnType<ScopedDb["coverage"]["sales"]>>,
  { partners, activeFromE4, qualifiedRank }: SellingPartners,
  { program }: JudgedCoverage,
): CoverageCellDetail["sellers"] {
  return sales
    .map(({ partner: code, revenueE4 }) => {
      const partner = partners.find((known) => known.code === code);
      return {
        partner: { code, name: partner?.name ?? code },
        tier: partner?.tier ?? null,
        tierName: program.tiers.find(({ key }) => key === partner?.tier)?.name ?? null,
        overridden: partner?.overridden ?? false,
        revenueE4,
        isActive: revenueE4 >= activeFromE4,
        isQualified: partner !== undefined && isQualified(partner, qualifiedRank),
      };
    })
    .toSorted((a, b) => b.revenueE4 - a.revenueE4 || (a.partner.code < b.partner.code ? -1 : 1));
}
