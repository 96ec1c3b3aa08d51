import { formatDate } from "@/components/format/date";
import { formatStated, listed } from "@/components/format/number";
import type { FactFilter, MetricDefinition, MetricSource, SaleRate, Window } from "@/lib/domain/define/metric";

/** What a metric measures, in one sentence. `names`: of the metrics that a ratio divides, by their keys. */
export function sourceWords(source: MetricSource, names: (metric: string) => string = (metric) => metric): string {
  switch (source.kind) {
    case "posRevenue":
      return `Revenue of POS lines ${windowWords(source.window)}${filterWords(source.filter)}${ratesWords(source.rates)}.`;
    case "posUnits":
      return `Units of POS lines ${windowWords(source.window)}${filterWords(source.filter)}.`;
    case "posGrowth":
      return `Change of POS revenue ${windowWords(source.window)} against the same length of time before${filterWords(source.filter)}.`;
    case "posShare":
      return `Share of POS revenue ${windowWords(source.window)} that comes from ${factWords(source.share)}${filterWords(source.filter)}.`;
    case "activeRegions":
      return `Number of different regions sold into ${windowWords(source.window)}${filterWords(source.filter)}.`;
    case "activeMonths":
      return `Number of months with sales ${windowWords(source.window)}${filterWords(source.filter)}.`;
    case "posVelocity":
      return `${source.of === "units" ? "Units" : "Revenue"} of POS lines for each week ${windowWords(source.window)}${filterWords(source.filter)}.`;
    case "openPipeline":
      return `Value of ${source.origin === "any" ? "" : `${source.origin} `}opportunities open at the as-of date.`;
    case "winRate":
      return `Share of opportunities won, by ${source.by}, of those closed ${windowWords(source.window)}.`;
    case "certifiedPeople":
      return `Number of people with a valid certificate${source.tracks === undefined ? "" : ` in ${listed(source.tracks, "or")}`}${source.minLevel === undefined ? "" : `, level ${source.minLevel} or higher`}.`;
    case "ratio":
      return `${names(source.numerator)} divided by ${names(source.denominator)}${source.times === 1 ? "" : `, times ${formatStated(source.times)}`}.`;
    case "observation":
      return `${AGGREGATES[source.aggregate]} of the imported metric ${source.metric} ${windowWords(source.window)}.`;
  }
}

/** The same beside the metric's own records, where an imported metric need not be named. */
export function recordsWords(source: MetricSource): string {
  return source.kind === "observation" ? `${AGGREGATES[source.aggregate]} ${windowWords(source.window)}.` : sourceWords(source);
}

const AGGREGATES = {
  latest: "The latest value",
  sum: "The sum",
  average: "The average",
  max: "The highest value",
  count: "The number of values",
} as const;

/** "in the last 12 months", "in the fiscal year so far". */
export function windowWords(window: Window): string {
  const [of, before] = WINDOWS[window.kind](window);
  return "previous" in window && window.previous ? before : of;
}

/** What a window counts, and what the window before it does. */
const WINDOWS: { readonly [Kind in Window["kind"]]: (window: Window) => readonly [of: string, before: string] } = {
  trailingMonths: (window) => {
    const months = window.kind === "trailingMonths" ? window.months : 1;
    return months === 1
      ? ["in the last month", "in the month before the last"]
      : [`in the last ${months} months`, `in the ${months} months before the last ${months}`];
  },
  fiscalYearToDate: () => ["in the fiscal year so far", "in the same days of the fiscal year before"],
  fiscalQuarterToDate: () => ["in the fiscal quarter so far", "in the same days of the fiscal quarter before"],
  programYearToDate: () => ["in the program year so far", "in the same days of the program year before"],
  lifetime: () => ["up to the as-of date", "up to the as-of date"],
};

/** "each line at the rate of its sale date: 100%, from Jul 1, 2013 150%". */
function ratesWords(rates: readonly SaleRate[] | undefined): string {
  if (rates === undefined) return "";
  const each = rates.map(({ from, bps }) => `${from === null ? "" : `from ${formatDate(from)} `}${formatStated(bps / 100)}%`);
  return `, each line at the rate of its sale date: ${each.join(", ")}`;
}

function filterWords(filter: FactFilter | undefined): string {
  return filter === undefined ? "" : `, counting only ${factWords(filter)}`;
}

function factWords({ categories, lines, skus, regions, segments }: FactFilter): string {
  const parts = [
    ...(categories === undefined ? [] : [`the ${categories.length === 1 ? "category" : "categories"} ${listed(categories)}`]),
    ...(lines === undefined ? [] : [`the product ${lines.length === 1 ? "line" : "lines"} ${listed(lines)}`]),
    ...(skus === undefined ? [] : [`the ${skus.length === 1 ? "SKU" : "SKUs"} ${listed(skus)}`]),
    ...(segments === undefined ? [] : [`end customers of the ${segments.length === 1 ? "segment" : "segments"} ${listed(segments)}`]),
    ...(regions === undefined ? [] : [`the ${regions.length === 1 ? "region" : "regions"} ${listed(regions)}`]),
  ];
  return listed(parts);
}

export const UNITS: Readonly<Record<MetricDefinition["unit"], string>> = {
  money: "money",
  percent: "percent",
  count: "count",
  units: "units",
  days: "days",
  number: "number",
};

export function unitWords({ unit, betterWhen }: Pick<MetricDefinition, "unit" | "betterWhen">): string {
  return `${UNITS[unit]}, ${betterWhen} is better`;
}
