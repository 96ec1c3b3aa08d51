import type { MetricSource, MetricUnit } from "@/lib/domain/define/metric";
import { Program } from "@/lib/domain/define/program";

const UNITS: Readonly<Record<MetricSource["kind"], MetricUnit>> = {
  posRevenue: "money",
  posUnits: "units",
  posGrowth: "percent",
  posShare: "percent",
  posVelocity: "number",
  ratio: "number",
  activeRegions: "count",
  activeMonths: "count",
  openPipeline: "money",
  winRate: "percent",
  certifiedPeople: "count",
  observation: "number",
};

function unitOf(source: MetricSource): MetricUnit {
  return source.kind === "posVelocity" && source.of === "revenue" ? "money" : UNITS[source.kind];
}

/** A program that measures `sources`, keyed m0, m1, ..., and scores by the first. */
export function programMeasuring(
  sources: readonly MetricSource[],
  overrides: Partial<Pick<Program, "currency" | "exchangeRates" | "fiscalCalendar" | "programYearStartMonth" | "readings">> = {},
): Program {
  return Program.parse({
    format: "tierline.program/1",
    name: "Measured",
    currency: "USD",
    fiscalCalendar: { kind: "months", startMonth: 7 },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: sources.map((source, at) => ({ key: `m${at}`, name: source.kind, unit: unitOf(source), betterWhen: "higher", source })),
    score: {
      kind: "criterion",
      key: "only",
      name: "Only",
      weight: 1,
      metric: "m0",
      curve: { kind: "linear", zeroAt: 0, fullAt: 1 },
      missing: { rule: "zero" },
    },
    tiers: [{ key: "registered", name: "Registered", requires: null }],
    qualification: "highestMet",
    movement: {
      promoteAt: "everyRun",
      demoteAt: "everyRun",
      graceReviews: 0,
      maxStepsUp: null,
      maxStepsDown: null,
      holdMargin: 0,
      newPartners: null,
    },
    ...overrides,
  });
}
