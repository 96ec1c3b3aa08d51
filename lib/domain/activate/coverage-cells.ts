import { type CellPotential, cellPotentials } from "./cell-potential";
import { cellKey, cellRevenue } from "./cell-revenue";
import type { CellTotal, CoverageInput } from "./coverage-input";
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
  readonly unplaced: readonly CellTotal[];
};

/** Judges every cell of a run. */
export function coverageCells(input: CoverageInput): CoverageCells {
  const tree = regionTree(input.regions);
  const placed = input.sold.filter(({ region }) => tree.isLeaf(region));
  const revenue = cellRevenue(placed);
  const potentialOf = cellPotentials(input, tree, revenue);
  const partnersIn = new Map(placed.map(({ region, line, partners }) => [cellKey(region, line), partners]));
  const offered = offeredLines(input);

  const cells = tree.leaves.flatMap(({ code: region }) =>
    offered.map(({ code: line, category }): CoverageCell => {
      const revenueE4 = revenue.of(region, line);
      const potential = potentialOf(region, line);
      const partners = partnersIn.get(cellKey(region, line)) ?? 0;
      const state = coverageState({ partners, revenueE4, potentialE4: potential?.amountE4 ?? null }, input.rule);
      return { region, line, category, revenueE4, potential, partners, state };
    }),
  );
  return { cells, unplaced: input.sold.filter(({ region }) => !tree.isLeaf(region)) };
}

/** A line that nobody sells, and of which nobody expects anything, would be white space everywhere and say nothing. */
function offeredLines({ lines, sold, potentials }: CoverageInput): CoverageInput["lines"] {
  const selling = new Set(sold.map(({ line }) => line));
  const expected = new Set(potentials.map(({ line }) => line));
  const expectedCategories = new Set(potentials.filter(({ line }) => line === null).map(({ category }) => category));
  return lines.filter(({ code, category }) => selling.has(code) || expected.has(code) || expectedCategories.has(category));
}
