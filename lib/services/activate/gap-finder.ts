import type { GapCandidate } from "@/lib/contracts/coverage";
import type { ScopedDb } from "@/lib/db/scoped";
import type { CoverageCell } from "@/lib/domain/activate/coverage-cells";
import { candidateFinder, type GapCandidate as FoundCandidate } from "@/lib/domain/activate/gap-candidates";
import { salesWindow, sellingPartners } from "./cell-sellers";
import type { CoverageGround, JudgedCoverage } from "./judge-coverage";

/** Finds who could close the gaps given, reading no more sales than of the categories that they are in. */
export async function gapFinder(
  db: ScopedDb,
  judged: JudgedCoverage,
  { regions, lines }: CoverageGround,
  gaps: readonly CoverageCell[],
): Promise<(gap: CoverageCell, limit: number) => GapCandidate[]> {
  if (gaps.length === 0) return () => [];
  const categories = new Set(gaps.map(({ category }) => category));
  const related = lines.filter(({ category }) => categories.has(category)).map(({ code }) => code);
  const selling = await sellingPartners(db, judged);
  const sales = await db.coverage.sales(salesWindow(judged), { lines: related });
  const totals = await db.coverage.revenueByPartner(salesWindow(judged));
  const find = candidateFinder({ ...selling, regions, lines, sales, totals });
  const write = candidateWriter(judged.program, selling.partners, regions);
  return (gap, limit) => find(gap, limit).map(write);
}

/** Says candidates by name. */
function candidateWriter(
  { tiers }: JudgedCoverage["program"],
  partners: Awaited<ReturnType<typeof sellingPartners>>["partners"],
  regions: CoverageGround["regions"],
): (candidate: FoundCandidate) => GapCandidate {
  const partnerOf = new Map(partners.map((partner) => [partner.code, partner]));
  const regionName = new Map(regions.map(({ code, name }) => [code, name]));
  return ({ partner: code, tierRank, ...candidate }) => {
    const { name = code, region = "" } = partnerOf.get(code) ?? {};
    const tier = tiers[tierRank];
    return {
      ...candidate,
      partner: { code, name },
      tier: tier?.key ?? "",
      tierName: tier?.name ?? "",
      region: { code: region, name: regionName.get(region) ?? region },
    };
  };
}
