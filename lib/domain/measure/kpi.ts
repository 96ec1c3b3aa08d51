/** What a KPI's value is: money in ten-thousandths of a major unit, percentage points, days, a plain number. */
export type KpiUnit = "money" | "percent" | "count" | "days" | "number";

/** By what a KPI can be told apart; `partner` is its list of records. */
export type KpiDimension = "tier" | "region" | "line" | "partner";

/**
 * A definition that every page and export shares. It is never edited in place: another formula is another version. Words are for
 * people; the sums that a formula takes are `KpiSums`.
 */
export type KpiDefinition = {
  readonly version: number;
  readonly name: string;
  /** In one line, as a person would check it. */
  readonly formula: string;
  readonly unit: KpiUnit;
  readonly window: "quarter" | "end of the quarter" | "the quarter's run";
  readonly numerator: string;
  /** null: the KPI is its numerator. */
  readonly denominator: string | null;
  /** What the numerator and the denominator are counted in. */
  readonly parts: { readonly numerator: KpiUnit; readonly denominator: KpiUnit | null };
  readonly owner: string;
  /** null: neither is better of itself. */
  readonly betterWhen: "higher" | "lower" | null;
  readonly dimensions: readonly KpiDimension[];
};

/**
 * What a quarter's facts and decisions add up to for a slice: all partners, those of a tier or region, one partner, or a product line.
 * Money in ten-thousandths of the program's currency. `runs` is the number of runs in the quarter, 0 or 1: without one nobody has a tier.
 */
export type KpiSums = {
  readonly revenue: number;
  /** The same days of the year before, of the partners in the slice now. */
  readonly revenueBefore: number;
  /** Revenue in the category that sells most. */
  readonly coreRevenue: number;
  readonly units: number;
  /** Partners with at least one net POS line in the quarter. */
  readonly activePartners: number;
  readonly days: number;
  readonly sourcedPipeline: number;
  readonly won: number;
  readonly lost: number;
  /** Days from created to closed, of all that were won. */
  readonly wonDays: number;
  readonly certifiedPeople: number;
  readonly runs: number;
  readonly partners: number;
  /** All partners of the run, whatever the slice. */
  readonly allPartners: number;
  readonly promoted: number;
  readonly demoted: number;
  readonly promotedRevenue: number;
  readonly demotedRevenue: number;
  /** Partners whose tier is the one that their figures qualify for. */
  readonly asQualified: number;
  /** Approved funds of periods that begin in the quarter: their number, and what the slice was allocated. */
  readonly funds: number;
  readonly allocated: number;
  /** Cells of the quarter's run; null without a run, or without a rule of coverage in its program. */
  readonly coverage: CoverageTotals | null;
};

/** Cells, those with an active qualified partner, and their potential in ten-thousandths. */
export type CoverageTotals = { readonly cells: number; readonly reachedCells: number; readonly potential: number; readonly reached: number };

/**
 * Why a KPI is not defined: no run in the quarter, no approved fund in it, no rule of coverage in its program, nothing to divide by, not
 * measured by product line or by tier.
 */
export type KpiGap = "no_run" | "no_fund" | "no_rule" | "no_base" | "not_by_line" | "not_by_tier";

/** `value` is null where the KPI is not defined, never 0; the parts stay as they are. */
export type KpiFigure = {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly gap: KpiGap | null;
};
