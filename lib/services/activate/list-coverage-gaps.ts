import { type CoverageGaps, CoverageGapsQuery, GAPS_PAGE_SIZE } from "@/lib/contracts/coverage";
import { rankGaps } from "@/lib/domain/activate/gap-candidates";
import { pageCount } from "@/lib/domain/shared/page-count";
import { query } from "@/lib/services/define-service";
import { frameCoverage } from "./coverage-frame";
import { gapFinder } from "./gap-finder";

const CANDIDATES = 3;

/** The cells that are white space or thin, the largest potential first, with the partners that could close them. */
export const listCoverageGaps = query({
  permission: "coverage.read",
  input: CoverageGapsQuery,
  async run({ db }, input): Promise<CoverageGaps> {
    const { frame, ground, judged, cells } = await frameCoverage(db, input);
    if (judged === null) return { ...frame, gaps: [], count: 0, page: 1, pages: 1 };
    const ranked = rankGaps(cells).filter(({ state }) => input.state === undefined || state === input.state);
    const pages = pageCount(ranked.length, GAPS_PAGE_SIZE);
    const page = Math.min(input.page, pages);
    const first = (page - 1) * GAPS_PAGE_SIZE;
    const shown = ranked.slice(first, first + GAPS_PAGE_SIZE);
    const candidatesOf = await gapFinder(db, judged, ground, shown, CANDIDATES);
    const regionName = new Map(ground.regions.map(({ code, name }) => [code, name]));
    const lineName = new Map(ground.lines.map(({ code, name }) => [code, name]));
    return {
      ...frame,
      gaps: shown.map((gap, at) => ({
        rank: first + at + 1,
        region: { code: gap.region, name: regionName.get(gap.region) ?? gap.region },
        line: { code: gap.line, name: lineName.get(gap.line) ?? gap.line },
        state: gap.state,
        partners: gap.partners,
        revenueE4: gap.revenueE4,
        potential: gap.potential,
        candidates: candidatesOf(gap),
      })),
      count: ranked.length,
      page,
      pages,
    };
  },
});
