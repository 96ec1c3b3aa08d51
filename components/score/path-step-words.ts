import { windowWords } from "@/components/define/metric-words";
import { formatMetricValue } from "@/components/format/metric-value";
import { counted, formatNumber, listed } from "@/components/format/number";
import type { PathMetric, PathStep } from "@/lib/contracts/path";
import type { MetricSource } from "@/lib/domain/define/metric";

/** What to do: "Sell $40,000 more", "Certify 2 more people", "Raise Service level to 95%". */
export function stepWords(step: PathStep, currency: string): string {
  const { source, from, to } = step;
  const more = from === null ? "" : " more";
  const by = Math.abs(to - (from ?? 0));
  const amount = formatMetricValue(by, step.unit, currency);
  switch (source.kind) {
    case "posRevenue":
      return `Sell ${amount}${more}${narrowedWords(step)}`;
    case "posUnits":
      return `Sell ${counted(by, "unit")}${more}${narrowedWords(step)}`;
    case "activeRegions":
      return `Sell into ${amount}${more} ${by === 1 ? "region" : "regions"}${narrowedWords(step)}`;
    case "activeMonths":
      return `Sell in ${amount}${more} ${by === 1 ? "month" : "months"}${narrowedWords(step)}`;
    case "openPipeline":
      return `Open ${source.origin === "any" ? "" : `${source.origin} `}opportunities worth ${amount}${more}`;
    case "certifiedPeople":
      return `Certify ${amount}${more} ${by === 1 ? "person" : "people"}${certificateWords(source)}`;
    default:
      return otherWords(step, currency);
  }
}

/** From where to where, and over which days where it is not said already: "from $310,000 to $350,000 in the last 12 months". */
export function rangeWords(step: PathMetric, currency: string): string {
  const value = (amount: number) => formatMetricValue(amount, step.unit, currency);
  const to = step.to === null ? "to no data" : `to ${value(step.to)}`;
  const range = step.from === null ? `${to}, without data so far` : `from ${value(step.from)} ${to}`;
  return isOfSales(step.source) ? `${range} ${windowWords(step.source.window)}` : range;
}

/** When it counts: "in about 60 days", "at once". */
export function leadWords(days: number): string {
  return days === 0 ? "at once" : `in about ${counted(days, "day")}`;
}

/** "24 days of work"; a plain weight where the program names no unit. */
export function effortAmountWords(effort: number, unit: string | null): string {
  return unit === null ? `effort ${formatNumber(effort)}` : `${formatNumber(effort)} ${unit}`;
}

/** What moves along, because it is worked out from the steps: "Growth moves along, from 3% to 16%." */
export function followWords(metric: PathMetric, currency: string): string {
  return `${metric.name} moves along, ${rangeWords({ ...metric, source: { kind: "openPipeline", origin: "any" } }, currency)}.`;
}

type OfSales = Extract<MetricSource, { kind: "posRevenue" | "posUnits" | "activeRegions" | "activeMonths" }>;

export function isOfSales(source: MetricSource): source is OfSales {
  return source.kind === "posRevenue" || source.kind === "posUnits" || source.kind === "activeRegions" || source.kind === "activeMonths";
}

/** Where not every sale counts in full, the metric's name says what does. */
function narrowedWords({ name, source }: PathStep): string {
  if (!isOfSales(source)) return "";
  const isPlain = source.filter === undefined && !("rates" in source && source.rates !== undefined);
  return isPlain ? "" : `, counted as “${name}”`;
}

function certificateWords({ tracks, minLevel }: Extract<MetricSource, { kind: "certifiedPeople" }>): string {
  return `${tracks === undefined ? "" : ` in ${listed(tracks, "or")}`}${minLevel === undefined ? "" : `, level ${minLevel} or higher`}`;
}

/** By how much where it is counted, else to what value: two percent more is not said of a percentage. */
function otherWords({ name, unit, betterWhen, from, to }: PathStep, currency: string): string {
  const verb = betterWhen === "higher" ? "Raise" : "Lower";
  const subject = name.includes(",") ? `“${name}”` : name;
  const isCounted = unit === "count" || unit === "units" || unit === "money" || unit === "days";
  return isCounted && from !== null
    ? `${verb} ${subject} by ${formatMetricValue(Math.abs(to - from), unit, currency)}`
    : `${verb} ${subject} to ${formatMetricValue(to, unit, currency)}`;
}
