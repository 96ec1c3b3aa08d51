import { listed } from "@/components/format/number";
import type { FactFilter, MetricDefinition, MetricSource, Window } from "@/lib/domain/define/metric";

/** What a metric measures, in one sentence. */
export function sourceWords(source: MetricSource): string {
  switch (source.kind) {
    case "posRevenue":
      return `Revenue of POS lines ${windowWords(source.window)}${filterWords(source.filter)}.`;
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
    case "openPipeline":
      return `Value of ${source.origin === "any" ? "" : `${source.origin} `}opportunities open at the as-of date.`;
    case "winRate":
      return `Share of opportunities won, by ${source.by}, of those closed ${windowWords(source.window)}.`;
    case "certifiedPeople":
      return `Number of people with a valid certificate${source.tracks === undefined ? "" : ` in ${listed(source.tracks, "or")}`}${source.minLevel === undefined ? "" : `, level ${source.minLevel} or higher`}.`;
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

function windowWords(window: Window): string {
  switch (window.kind) {
    case "trailingMonths":
      return window.months === 1 ? "in the last month" : `in the last ${window.months} months`;
    case "fiscalYearToDate":
      return "in the fiscal year so far";
    case "fiscalQuarterToDate":
      return "in the fiscal quarter so far";
    case "lifetime":
      return "up to the as-of date";
  }
}

function filterWords(filter: FactFilter | undefined): string {
  return filter === undefined ? "" : `, counting only ${factWords(filter)}`;
}

function factWords({ categories, lines, regions }: FactFilter): string {
  const parts = [
    ...(categories === undefined ? [] : [`the ${categories.length === 1 ? "category" : "categories"} ${listed(categories)}`]),
    ...(lines === undefined ? [] : [`the product ${lines.length === 1 ? "line" : "lines"} ${listed(lines)}`]),
    ...(regions === undefined ? [] : [`the ${regions.length === 1 ? "region" : "regions"} ${listed(regions)}`]),
  ];
  return listed(parts);
}

const UNITS: Readonly<Record<MetricDefinition["unit"], string>> = {
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
