import { roundHalfAway } from "../shared/round";
import type { CoverageTotals, KpiFigure, KpiGap, KpiSums } from "./kpi";
import type { KpiKey } from "./kpi-registry";

/** Decimals of percentages and means: enough to tell figures apart, few enough to be the same on every machine. */
const DECIMALS = 6;

type Parts = { readonly numerator: number; readonly denominator: number | null; readonly gap?: KpiGap | null };

/** A KPI of a slice, by the formula of the registry. */
export function kpiFigure(key: KpiKey, sums: KpiSums): KpiFigure {
  const { numerator, denominator, gap = null } = PARTS[key](sums);
  if (gap !== null) return { value: null, numerator, denominator, gap };
  if (denominator === null) return { value: numerator, numerator, denominator, gap };
  if (denominator <= 0) return { value: null, numerator, denominator, gap: "no_base" };
  const factor = IN_PERCENT.has(key) ? 100 : 1;
  return { value: roundHalfAway((numerator / denominator) * factor, DECIMALS), numerator, denominator, gap };
}

const IN_PERCENT: ReadonlySet<KpiKey> = new Set<KpiKey>([
  "growth",
  "mix",
  "win_rate",
  "coverage_potential",
  "coverage_cells",
  "mdf_share",
  "tier_share",
  "promoted",
  "demoted",
  "promoted_revenue",
  "demoted_revenue",
  "as_qualified",
]);

const DAYS_A_WEEK = 7;
const NO_CELLS: CoverageTotals = { cells: 0, reachedCells: 0, potential: 0, reached: 0 };
const ofCells = ({ runs, coverage }: KpiSums): KpiGap | null => {
  if (runs === 0) return "no_run";
  return coverage === null ? "no_rule" : null;
};
const cellsOf = ({ coverage }: KpiSums): CoverageTotals => coverage ?? NO_CELLS;
const ofRun = ({ runs }: KpiSums): KpiGap | null => (runs === 0 ? "no_run" : null);

const PARTS: Readonly<Record<KpiKey, (sums: KpiSums) => Parts>> = {
  revenue: ({ revenue }) => ({ numerator: revenue, denominator: null }),
  growth: ({ revenue, revenueBefore }) => ({ numerator: revenue - revenueBefore, denominator: revenueBefore }),
  velocity: ({ units, activePartners, days }) => ({ numerator: units, denominator: (activePartners * days) / DAYS_A_WEEK }),
  mix: ({ revenue, coreRevenue }) => ({ numerator: revenue - coreRevenue, denominator: revenue }),
  sourced_pipeline: ({ sourcedPipeline }) => ({ numerator: sourcedPipeline, denominator: null }),
  win_rate: ({ won, lost }) => ({ numerator: won, denominator: won + lost }),
  cycle_time: ({ wonDays, won }) => ({ numerator: wonDays, denominator: won }),
  certified_people: ({ certifiedPeople }) => ({ numerator: certifiedPeople, denominator: null }),
  coverage_potential: (sums) => ({
    numerator: cellsOf(sums).reached,
    denominator: cellsOf(sums).potential,
    gap: ofCells(sums),
  }),
  coverage_cells: (sums) => ({
    numerator: cellsOf(sums).reachedCells,
    denominator: cellsOf(sums).cells,
    gap: ofCells(sums),
  }),
  mdf_share: ({ allocated, revenue, funds }) => ({ numerator: allocated, denominator: revenue, gap: funds === 0 ? "no_fund" : null }),
  tier_share: (sums) => ({ numerator: sums.partners, denominator: sums.allPartners, gap: ofRun(sums) }),
  promoted: (sums) => ({ numerator: sums.promoted, denominator: sums.partners, gap: ofRun(sums) }),
  demoted: (sums) => ({ numerator: sums.demoted, denominator: sums.partners, gap: ofRun(sums) }),
  promoted_revenue: (sums) => ({ numerator: sums.promotedRevenue, denominator: sums.revenue, gap: ofRun(sums) }),
  demoted_revenue: (sums) => ({ numerator: sums.demotedRevenue, denominator: sums.revenue, gap: ofRun(sums) }),
  as_qualified: (sums) => ({ numerator: sums.asQualified, denominator: sums.partners, gap: ofRun(sums) }),
};
