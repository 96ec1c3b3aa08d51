import type { CoverageRule } from "../define/coverage-rule";
import type { CoverageRegion } from "./region-tree";

/** A product line by its code, with the code of its category. */
export type CoverageLine = { readonly code: string; readonly category: string };

/** What one partner sold of one line in one region in the rule's window, all of it in one entry, in ten-thousandths of the program's currency. */
export type CellSale = { readonly partner: string; readonly region: string; readonly line: string; readonly revenueE4: number };

/** A partner as the run decided on it: where it lies, and the position of its tier (0 for the lowest). */
export type CoveragePartner = { readonly code: string; readonly region: string; readonly tierRank: number };

/**
 * An imported potential a year in ten-thousandths of the program's currency. It is said of a region, whose leaves share it by weight, and of
 * a line or of a category (`line` null), whose lines share it by revenue.
 */
export type StatedPotential = { readonly region: string; readonly line: string | null; readonly category: string; readonly amountE4: number };

/**
 * What all partners together sold of one line in one region in the rule's window, in ten-thousandths, and how many of them are active and
 * qualified there. A run keeps these: neither its facts nor its tiers ever change.
 */
export type CellTotal = { readonly region: string; readonly line: string; readonly revenueE4: number; readonly partners: number };

/** All that the coverage of a run is judged from. */
export type CoverageInput = {
  readonly rule: CoverageRule;
  readonly regions: readonly CoverageRegion[];
  readonly lines: readonly CoverageLine[];
  readonly sold: readonly CellTotal[];
  readonly potentials: readonly StatedPotential[];
};

/** When a partner is active and qualified in a cell. */
export type Qualification = {
  /** `rule.activeFrom` in ten-thousandths. */
  readonly activeFromE4: number;
  /** Position of `rule.qualifiedTier` in the program. */
  readonly qualifiedRank: number;
  readonly partners: readonly CoveragePartner[];
};
