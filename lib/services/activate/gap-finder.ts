import type { GapCandidate } from "@/lib/contracts/coverage";
import type { ScopedDb } from "@/lib/db/scoped";
import type { CoverageCell } from "@/lib/domain/activate/coverage-cells";
import { bestSellersNeeded, candidateFinder, type GapCandidate as FoundCandidate } from "@/lib/domain/activate/gap-candidates";
import { salesWindow, sellingPartners } from "./cell-sellers";
import type { CoverageGround, JudgedCoverage } from "./judge-coverage";

/** Finds who could close the gaps given, at most `limit` for each, reading no more sales than the choice needs. */
export async function gapFinder(
  db: ScopedDb,
  judged: JudgedCoverage,
  { regions }: CoverageGround,
  gaps: readonly CoverageCell[],
  limit: number,
): Promise<(gap: CoverageCell) => GapCandidate[]> {
  if (gaps.length === 0) return () => [];
  const window = salesWindow(judged);
  const selling = await sellingPartners(db, judged);
  const best = await db.coverage.bestSellers(window, {
    lines: gaps.map(({ line }) => line),
    categories: gaps.map(({ category }) => category),
    limit: bestSellersNeeded(gaps, limit),
  });
  const totals = await db.coverage.revenueOf(window, [...new Set(best.map(({ partner }) => partner))]);
  // Nobody is active and qualified where there are no partners.
  const inGaps = await db.coverage.sales(
    window,
    gaps.filter(({ partners }) => partners > 0),
  );
  const find = candidateFinder({ ...selling, regions, best, inGaps, totals });
  const write = candidateWriter(judged.program, selling.partners, regions);
  return (gap) => find(gap, limit).map(write);
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
    const { name = code, region = "", overridden = false } = partnerOf.get(code) ?? {};
    const tier = tiers[tierRank];
    return {
      ...candidate,
      partner: { code, name },
      tier: tier?.key ?? "",
      tierName: tier?.name ?? "",
      overridden,
      region: { code: region, name: regionName.get(region) ?? region },
    };
  };
}
