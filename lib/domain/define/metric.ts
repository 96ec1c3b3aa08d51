import { z } from "zod";

/** A key that people write in program documents, CSV headers and URLs. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, "use lower-case letters, digits and _, starting with a letter (at most 64)");
export type Key = z.infer<typeof Key>;

/** Which days of facts a metric counts, relative to the run's as-of date (which is included). */
export const Window = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("trailingMonths"), months: z.int().min(1).max(120) }),
  z.strictObject({ kind: z.literal("fiscalYearToDate") }),
  z.strictObject({ kind: z.literal("fiscalQuarterToDate") }),
  z.strictObject({ kind: z.literal("lifetime") }),
]);
export type Window = z.infer<typeof Window>;

/** Narrows facts to some products and regions. An absent list means no narrowing; a region includes all regions below it. */
export const FactFilter = z.strictObject({
  categories: z.array(z.string()).min(1).optional(),
  lines: z.array(z.string()).min(1).optional(),
  regions: z.array(z.string()).min(1).optional(),
});
export type FactFilter = z.infer<typeof FactFilter>;

/** Where a metric's number comes from. */
export const MetricSource = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("posRevenue"), window: Window, filter: FactFilter.optional() }),
  z.strictObject({ kind: z.literal("posUnits"), window: Window, filter: FactFilter.optional() }),
  /** Percent change of POS revenue against the window of equal length before; no data when that base is zero or less. */
  z.strictObject({ kind: z.literal("posGrowth"), window: Window, filter: FactFilter.optional() }),
  /** Percent of POS revenue within `filter` that falls within `share`; no data when the base is zero or less. */
  z.strictObject({ kind: z.literal("posShare"), window: Window, share: FactFilter, filter: FactFilter.optional() }),
  /** Number of distinct regions with at least one net POS line. */
  z.strictObject({ kind: z.literal("activeRegions"), window: Window, filter: FactFilter.optional() }),
  /** Number of distinct calendar months with at least one net POS line. */
  z.strictObject({ kind: z.literal("activeMonths"), window: Window, filter: FactFilter.optional() }),
  /** Value of opportunities open at the as-of date. */
  z.strictObject({ kind: z.literal("openPipeline"), origin: z.enum(["any", "sourced", "influenced"]).default("any") }),
  /** Percent won of all opportunities closed in the window; no data when none closed. */
  z.strictObject({ kind: z.literal("winRate"), window: Window, by: z.enum(["count", "value"]).default("count") }),
  /** Number of distinct people holding a certificate valid at the as-of date. */
  z.strictObject({ kind: z.literal("certifiedPeople"), tracks: z.array(z.string()).min(1).optional(), minLevel: z.int().min(1).optional() }),
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
