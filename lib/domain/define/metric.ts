import { z } from "zod";
import { IsoDate } from "../shared/iso-date";
import { KEY_PATTERN } from "./key-pattern";
import { LIMITS } from "./program-limits";

/** A key that people write in program documents, CSV headers and URLs. */
export const Key = z.string().regex(KEY_PATTERN, "use lower-case letters, digits and _, starting with a letter (at most 64)");
export type Key = z.infer<typeof Key>;

/** The window before: the n months before n trailing months, or the same days of the year or quarter before. */
const previous = { previous: z.literal(true).optional() };

/** Which days of facts a metric counts, relative to the run's as-of date (which is included). */
export const Window = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("trailingMonths"), months: z.int().min(1).max(120), ...previous }),
  z.strictObject({ kind: z.literal("fiscalYearToDate"), ...previous }),
  z.strictObject({ kind: z.literal("fiscalQuarterToDate"), ...previous }),
  z.strictObject({ kind: z.literal("programYearToDate"), ...previous }),
  z.strictObject({ kind: z.literal("lifetime") }),
]);
export type Window = z.infer<typeof Window>;

const Codes = z.array(z.string().min(1).max(120)).min(1).max(200);

/**
 * Narrows POS lines to some products, regions and segments of end customers. An absent list means no narrowing, lists narrow together; a
 * region includes all regions below it. SKUs and segments are read from the lines themselves, not from their monthly rollup.
 */
export const FactFilter = z.strictObject({
  categories: Codes.optional(),
  lines: Codes.optional(),
  skus: Codes.optional(),
  regions: Codes.optional(),
  segments: Codes.optional(),
});
export type FactFilter = z.infer<typeof FactFilter>;

/** From a day on, until the next rate, sales that pass the filter count at `bps` basis points of their value (10,000 is the value itself). */
export const SaleRate = z.strictObject({
  from: IsoDate.nullable(),
  bps: z.int().min(0).max(1_000_000),
});
export type SaleRate = z.infer<typeof SaleRate>;

/** Where a metric's number comes from. */
export const MetricSource = z.discriminatedUnion("kind", [
  /** `rates`: each line counts at the rate in effect on its sale date, the first from `null`: from the beginning. */
  z.strictObject({
    kind: z.literal("posRevenue"),
    window: Window,
    filter: FactFilter.optional(),
    rates: z.array(SaleRate).min(1).max(LIMITS.saleRates).optional(),
  }),
  z.strictObject({ kind: z.literal("posUnits"), window: Window, filter: FactFilter.optional() }),
  /** Percent change of POS revenue against the window of equal length before; no data when that base is zero or less. */
  z.strictObject({ kind: z.literal("posGrowth"), window: Window, filter: FactFilter.optional() }),
  /** Percent of POS revenue within `filter` that falls within `share`; no data when the base is zero or less. */
  z.strictObject({ kind: z.literal("posShare"), window: Window, share: FactFilter, filter: FactFilter.optional() }),
  /** Number of distinct regions with at least one net POS line. */
  z.strictObject({ kind: z.literal("activeRegions"), window: Window, filter: FactFilter.optional() }),
  /** Number of distinct calendar months with at least one net POS line. */
  z.strictObject({ kind: z.literal("activeMonths"), window: Window, filter: FactFilter.optional() }),
  /** POS units, or revenue, for each week of the window, counted in days: a seventh of a week each. */
  z.strictObject({ kind: z.literal("posVelocity"), of: z.enum(["units", "revenue"]), window: Window, filter: FactFilter.optional() }),
  /** Value of opportunities open at the as-of date. */
  z.strictObject({ kind: z.literal("openPipeline"), origin: z.enum(["any", "sourced", "influenced"]).default("any") }),
  /** Percent won of all opportunities closed in the window; no data when none closed. */
  z.strictObject({ kind: z.literal("winRate"), window: Window, by: z.enum(["count", "value"]).default("count") }),
  /** Number of distinct people holding a certificate valid at the as-of date. */
  z.strictObject({ kind: z.literal("certifiedPeople"), tracks: z.array(z.string()).min(1).optional(), minLevel: z.int().min(1).optional() }),
  /** Two other metrics of the program divided, times `times` (100 for percent); no data when one has none or the denominator is zero or less. */
  z.strictObject({ kind: z.literal("ratio"), numerator: Key, denominator: Key, times: z.number().positive().max(1_000_000).default(1) }),
  /** An imported custom metric. */
  z.strictObject({ kind: z.literal("observation"), metric: Key, aggregate: z.enum(["latest", "sum", "average", "max", "count"]), window: Window }),
]);
export type MetricSource = z.infer<typeof MetricSource>;

/**
 * The unit of a metric's value. `money`: major units of the program's currency, a whole number of minor units;
 * `percent`: percentage points (12.5 means 12.5 %); the others are plain numbers.
 */
export const MetricUnit = z.enum(["money", "percent", "count", "units", "days", "number"]);
export type MetricUnit = z.infer<typeof MetricUnit>;

export const MetricDefinition = z.strictObject({
  key: Key,
  name: z.string().min(1).max(120),
  description: z.string().max(500).optional(),
  unit: MetricUnit,
  betterWhen: z.enum(["higher", "lower"]),
  source: MetricSource,
});
export type MetricDefinition = z.infer<typeof MetricDefinition>;
