import { z } from "zod";
import { KPI_KEYS } from "@/lib/domain/measure/kpi-registry";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { PartnerCode, Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";
import { RegionChoice } from "./standings";

export const KpiKey = z.enum(KPI_KEYS);
export type KpiKey = z.infer<typeof KpiKey>;

export const KpiUnit = z.enum(["money", "percent", "count", "days", "number"]);
export type KpiUnit = z.infer<typeof KpiUnit>;

/** Money in ten-thousandths of a major unit. `value` is null where the KPI is not defined, and `gap` says why. */
export const KpiFigure = z.object({
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  gap: z.enum(["no_run", "no_fund", "no_rule", "no_base", "not_by_line", "not_by_tier"]).nullable(),
});
export type KpiFigure = z.infer<typeof KpiFigure>;

export const KpiDefinition = z.object({
  key: KpiKey,
  version: z.number().int(),
  name: z.string(),
  formula: z.string(),
  unit: KpiUnit,
  window: z.enum(["quarter", "end of the quarter", "the quarter's run"]),
  numerator: z.string(),
  denominator: z.string().nullable(),
  parts: z.object({ numerator: KpiUnit, denominator: KpiUnit.nullable() }),
  owner: z.string(),
  betterWhen: z.enum(["higher", "lower"]).nullable(),
});
export type KpiDefinition = z.infer<typeof KpiDefinition>;

/** A fiscal quarter as far as it has come; `until` is the first day after it. `run`: the last published in it. */
export const KpiQuarter = z.object({
  year: z.number().int(),
  quarter: z.number().int(),
  from: z.string(),
  until: z.string(),
  isComplete: z.boolean(),
  run: z.number().int().nullable(),
});
export type KpiQuarter = z.infer<typeof KpiQuarter>;

export const QUARTERS_SHOWN = 8;

/** Which facts count: as known to a published run (absent: the last), of a tier, of the partners in a region and below, of a product line. */
const Slice = z.strictObject({
  program: ProgramKey,
  run: RowNumber.optional(),
  /** First day of one of the quarters; absent or another day: the last. */
  quarter: IsoDate.optional(),
  tier: z.string().max(64).optional(),
  region: z.string().max(64).optional(),
  line: z.string().max(64).optional(),
});

export const DashboardDimension = z.enum(["tier", "region", "line"]);
export type DashboardDimension = z.infer<typeof DashboardDimension>;

/** Everything the dashboard keeps in its URL. */
export const DashboardQuery = Slice.extend({
  /** First day of the quarter to compare with; absent, another day or the quarter itself: the one before. */
  against: IsoDate.optional(),
  by: DashboardDimension.default("tier"),
  /** What the chart shows. */
  kpi: KpiKey.default("revenue"),
});
export type DashboardQuery = z.infer<typeof DashboardQuery>;

/** What figures come from, and what the filters can be set to. */
export const KpiContext = z.object({
  organization: z.string(),
  program: z.string(),
  currency: z.string(),
  run: z.object({ number: z.number().int(), asOf: z.string() }),
  /** Oldest first. */
  quarters: z.array(KpiQuarter),
  /** Places in `quarters`. */
  selected: z.number().int(),
  against: z.number().int().nullable(),
  /** The category that sells most over the quarters, which product mix is measured against; null without sales. */
  coreCategory: z.string().nullable(),
  /** From the top of the tree down to the chosen region. */
  regionPath: z.array(Ref),
  choices: z.object({ tiers: z.array(Ref), regions: z.array(RegionChoice), lines: z.array(Ref) }),
});
export type KpiContext = z.infer<typeof KpiContext>;

export const Dashboard = KpiContext.extend({
  /** One per KPI, with its figure in each quarter. */
  tiles: z.array(z.object({ kpi: KpiDefinition, figures: z.array(KpiFigure) })),
  by: DashboardDimension,
  /** The chosen KPI in each quarter by group: tiers from the highest, others from the largest of the selected quarter; `hasParts`: a region with regions below it. */
  groups: z.array(z.object({ code: z.string(), name: z.string(), hasParts: z.boolean(), figures: z.array(KpiFigure) })),
  kpi: KpiDefinition,
  /** Partners and revenue of each tier in each quarter, lowest tier first; null without a run. */
  cohorts: z.array(
    z.object({ tier: z.string(), name: z.string(), cells: z.array(z.object({ partners: z.number().int(), revenueE4: z.number() }).nullable()) }),
  ),
});
export type Dashboard = z.infer<typeof Dashboard>;

export const KPI_ROWS_SHOWN = 50;

export const KpiQuery = Slice.extend({ kpi: KpiKey, page: z.coerce.number().int().min(1).max(100_000).default(1) });
export type KpiQuery = z.infer<typeof KpiQuery>;

/** One KPI of a slice: its definition, its figure in each quarter, and what each partner adds to it. */
export const KpiReport = KpiContext.extend({
  kpi: KpiDefinition,
  figures: z.array(KpiFigure),
  /** Partners that add to the selected quarter's figure, the largest first; their numerators and denominators add up to its own. */
  rows: z.array(z.object({ partner: Ref, tierName: z.string().nullable(), figure: KpiFigure })),
  total: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
});
export type KpiReport = z.infer<typeof KpiReport>;

export const KpiRecordsQuery = z.strictObject({
  program: ProgramKey,
  run: RowNumber.optional(),
  kpi: KpiKey,
  quarter: IsoDate.optional(),
  line: z.string().max(64).optional(),
  partner: PartnerCode,
  side: z.enum(["counted", "left_out"]).default("counted"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type KpiRecordsQuery = z.infer<typeof KpiRecordsQuery>;

export const KpiList = z.object({ items: z.array(KpiDefinition) });
