import { type CellPotential, cellPotentials } from "./cell-potential";
import { cellKey, cellRevenue } from "./cell-revenue";
import type { CellSale, CoverageInput, CoveragePartner } from "./coverage-input";
import { type CoverageState, coverageState } from "./coverage-state";
import { regionTree } from "./region-tree";

/** A leaf of the region tree × a product line. Amounts in ten-thousandths of the program's currency, of the rule's window. */
export type CoverageCell = {
  readonly region: string;
  readonly line: string;
  readonly category: string;
  readonly revenueE4: number;
  /** null: no potential is imported, and none can be estimated. */
  readonly potential: CellPotential | null;
  /** Active qualified partners. */
  readonly partners: number;
  readonly state: CoverageState;
};

export type CoverageCells = {
  /** Every leaf × every line that is sold anywhere in the window or has an imported potential, in the order of regions and lines. */
  readonly cells: readonly CoverageCell[];
  /** Revenue booked on a region that has others below it. It lies in no cell, and is counted where that region is added up. */
  readonly unplaced: readonly CellSale[];
};

/** Judges every cell of a run. */
export function coverageCells(input: CoverageInput): CoverageCells {
  const tree = regionTree(input.regions);
  const placed = input.sales.filter(({ region }) => tree.isLeaf(region));
  const revenue = cellRevenue(placed);
  const potentialOf = cellPotentials(input, tree, revenue);
  const partnersIn = countByCell(placed.filter(activeQualified(input)));

  const cells = tree.leaves.flatMap(({ code: region }) =>
    offeredLines(input).map(({ code: line, category }): CoverageCell => {
      const revenueE4 = revenue.of(region, line);
      const potential = potentialOf(region, line);
      const partners = partnersIn.get(cellKey(region, line)) ?? 0;
      const state = coverageState({ partners, revenueE4, potentialE4: potential?.amountE4 ?? null }, input.rule);
      return { region, line, category, revenueE4, potential, partners, state };
    }),
  );
  return { cells, unplaced: input.sales.filter(({ region }) => !tree.isLeaf(region)) };
}

/** A line that nobody sells, and of which nobody expects anything, would be white space everywhere and say nothing. */
function offeredLines({ lines, sales, potentials }: CoverageInput): CoverageInput["lines"] {
  const sold = new Set(sales.map(({ line }) => line));
  const expected = new Set(potentials.map(({ line }) => line));
  const expectedCategories = new Set(potentials.filter(({ line }) => line === null).map(({ category }) => category));
  return lines.filter(({ code, category }) => sold.has(code) || expected.has(code) || expectedCategories.has(category));
}

/** Whether the partner of a sale is active and qualified in the cell of the sale. A partner that the run did not decide on is not qualified. */
export function activeQualified({
  partners,
  activeFromE4,
  qualifiedRank,
}: Pick<CoverageInput, "partners" | "activeFromE4" | "qualifiedRank">): (sale: CellSale) => boolean {
  const qualified = new Set(partners.filter((partner) => isQualified(partner, qualifiedRank)).map(({ code }) => code));
  return ({ partner, revenueE4 }) => revenueE4 >= activeFromE4 && qualified.has(partner);
}

export function isQualified({ tierRank }: Pick<CoveragePartner, "tierRank">, qualifiedRank: number): boolean {
  return tierRank >= qualifiedRank;
}

/** A partner has one sale in a cell. */
function countByCell(sales: readonly CellSale[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { region, line } of sales) counts.set(cellKey(region, line), (counts.get(cellKey(region, line)) ?? 0) + 1);
  return counts;
}
