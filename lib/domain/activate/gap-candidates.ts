import { activeQualified, isQualified } from "./cell-totals";
import type { CoverageCell } from "./coverage-cells";
import type { CellSale, CoverageLine, CoveragePartner, Qualification } from "./coverage-input";
import { type CoverageRegion, regionTree } from "./region-tree";

/** All that candidates are found in. */
export type CandidateInput = Qualification & {
  readonly regions: readonly CoverageRegion[];
  readonly lines: readonly CoverageLine[];
  /** Of every line of the categories that the gaps are in. */
  readonly sales: readonly CellSale[];
  /** What each partner sold of everything in the rule's window, by its code; a partner that sold nothing may be absent. */
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
 * Finds who could close a gap: partners near it that sell its line, or else another line of its category, anywhere, and are not active
 * and qualified in it already. Qualified ones first, then the nearest, then who sells the line itself, then who sells more of it.
 */
export function candidateFinder(input: CandidateInput): (gap: Pick<CoverageCell, "region" | "line" | "category">, limit: number) => GapCandidate[] {
  const tree = regionTree(input.regions);
  const categoryOf = new Map(input.lines.map(({ code, category }) => [code, category]));
  const isThere = activeQualified(input);
  const salesOf = groupByPartner(input.sales);
  const pathOf = new Map(input.partners.map(({ code, region }) => [code, tree.upFrom(region)]));

  const nearnessOf = (partner: CoveragePartner, upFromGap: readonly string[]): Nearness | null => {
    const path = pathOf.get(partner.code) ?? [];
    return NEARNESS.find((near) => path.includes(upFromGap[LEVELS_UP[near]] ?? "")) ?? null;
  };

  return ({ region, line, category }, limit) => {
    const upFromGap = tree.upFrom(region);
    return input.partners
      .flatMap((partner): GapCandidate[] => {
        const sales = salesOf.get(partner.code) ?? [];
        const nearness = nearnessOf(partner, upFromGap);
        if (nearness === null || sales.some((sale) => sale.region === region && sale.line === line && isThere(sale))) return [];
        const ofLine = total(sales.filter((sale) => sale.line === line));
        const ofCategory = total(sales.filter((sale) => categoryOf.get(sale.line) === category));
        if (ofLine <= 0 && ofCategory <= 0) return [];
        const { code, tierRank } = partner;
        return [
          {
            ...{ partner: code, tierRank, isQualified: isQualified(partner, input.qualifiedRank), nearness },
            ...(ofLine > 0 ? { sells: "line", soldE4: ofLine } : { sells: "category", soldE4: ofCategory }),
            totalE4: input.totals.get(code) ?? 0,
          },
        ];
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

function groupByPartner(sales: readonly CellSale[]): Map<string, CellSale[]> {
  const groups = new Map<string, CellSale[]>();
  for (const sale of sales) {
    const group = groups.get(sale.partner);
    if (group === undefined) groups.set(sale.partner, [sale]);
    else group.push(sale);
  }
  return groups;
}

function total(sales: readonly CellSale[]): number {
  return sales.reduce((sum, { revenueE4 }) => sum + revenueE4, 0);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
