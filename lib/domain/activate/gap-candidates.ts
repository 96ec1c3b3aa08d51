import { activeQualified, isQualified } from "./cell-totals";
import type { CoverageCell } from "./coverage-cells";
import type { CellSale, CoveragePartner, Qualification } from "./coverage-input";
import { type CoverageRegion, regionTree } from "./region-tree";

/** What a partner sold of a product line or of all lines of a category, in all regions together: above zero. */
export type BestSeller = {
  readonly partner: string;
  readonly of: "line" | "category";
  readonly code: string;
  readonly revenueE4: number;
};

/** All that candidates are found in. */
export type CandidateInput = Qualification & {
  readonly regions: readonly CoverageRegion[];
  /** Of each line and each category that the gaps are in: of the partners of each region and tier at least the `bestSellersNeeded` that sold most. */
  readonly best: readonly BestSeller[];
  /** Of the gaps that have active qualified partners. */
  readonly inGaps: readonly CellSale[];
  /** What each partner sold of everything in the rule's window, by its code. */
  readonly totals: ReadonlyMap<string, number>;
};

/** Where a candidate lies: in the gap's own region, in one under the same parent, or in one under the parent's parent. */
export type Nearness = "here" | "sibling" | "wider";

/** A partner that could close a gap, and why. Amounts in ten-thousandths, of the rule's window. */
export type GapCandidate = {
  readonly partner: string;
  readonly tierRank: number;
  /** Its tier is one that the rule takes for qualified. */
  readonly isQualified: boolean;
  readonly nearness: Nearness;
  /** What it sells already: the line of the gap, or another line of its category. */
  readonly sells: "line" | "category";
  /** What it sells of that, and of everything, in all regions together. */
  readonly soldE4: number;
  readonly totalE4: number;
};

const NEARNESS: readonly Nearness[] = ["here", "sibling", "wider"];
const LEVELS_UP: Readonly<Record<Nearness, number>> = { here: 0, sibling: 1, wider: 2 };

/** A gap is a cell that is white space or thin. */
export function isGap({ state }: Pick<CoverageCell, "state">): boolean {
  return state === "white_space" || state === "thin";
}

/** Gaps by potential, the largest first; those without a known one last; equal ones in the order of their codes. */
export function rankGaps(cells: readonly CoverageCell[]): CoverageCell[] {
  const worth = ({ potential }: CoverageCell) => potential?.amountE4 ?? -1;
  return cells.filter(isGap).toSorted((a, b) => worth(b) - worth(a) || compare(a.region, b.region) || compare(a.line, b.line));
}

/**
 * How many of the best sellers of each region and tier hold the first `limit` candidates of every gap. Candidates of one region and tier are ranked
 * by what they sold alone, and none is left out but those that are active and qualified in the gap already. One that sells the line, but is
 * not among the best of it, may pass for one of the category: it then comes after as many of its region and tier as are asked for.
 */
export function bestSellersNeeded(gaps: readonly Pick<CoverageCell, "partners">[], limit: number): number {
  return limit + Math.max(0, ...gaps.map(({ partners }) => partners));
}

/**
 * Finds who could close a gap: partners near it that sell its line, or else another line of its category, anywhere, and are not active
 * and qualified in it already. Qualified ones first, then the nearest, then who sells the line itself, then who sells more of it.
 */
export function candidateFinder(input: CandidateInput): (gap: Pick<CoverageCell, "region" | "line" | "category">, limit: number) => GapCandidate[] {
  const tree = regionTree(input.regions);
  const isThere = activeQualified(input);
  const soldOf = (of: BestSeller["of"], code: string) =>
    new Map(input.best.filter((best) => best.of === of && best.code === code).map(({ partner, revenueE4 }) => [partner, revenueE4]));
  const thereIn = (region: string, line: string) =>
    new Set(input.inGaps.filter((sale) => sale.region === region && sale.line === line && isThere(sale)).map(({ partner }) => partner));
  const pathOf = new Map(input.partners.map(({ code, region }) => [code, tree.upFrom(region)]));

  const nearnessOf = (partner: CoveragePartner, upFromGap: readonly string[]): Nearness | null => {
    const path = pathOf.get(partner.code) ?? [];
    return NEARNESS.find((near) => path.includes(upFromGap[LEVELS_UP[near]] ?? "")) ?? null;
  };

  return ({ region, line, category }, limit) => {
    const upFromGap = tree.upFrom(region);
    const there = thereIn(region, line);
    const ofLine = soldOf("line", line);
    const ofCategory = soldOf("category", category);
    return input.partners
      .flatMap((partner): GapCandidate[] => {
        const { code, tierRank } = partner;
        const soldE4 = ofLine.get(code) ?? ofCategory.get(code);
        if (soldE4 === undefined || there.has(code)) return [];
        const nearness = nearnessOf(partner, upFromGap);
        if (nearness === null) return [];
        const isOneQualified = isQualified(partner, input.qualifiedRank);
        const sells = ofLine.has(code) ? "line" : "category";
        return [{ partner: code, tierRank, isQualified: isOneQualified, nearness, sells, soldE4, totalE4: input.totals.get(code) ?? 0 }];
      })
      .toSorted(
        (a, b) =>
          Number(b.isQualified) - Number(a.isQualified) ||
          LEVELS_UP[a.nearness] - LEVELS_UP[b.nearness] ||
          Number(a.sells === "category") - Number(b.sells === "category") ||
          b.soldE4 - a.soldE4 ||
          compare(a.partner, b.partner),
      )
      .slice(0, limit);
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
