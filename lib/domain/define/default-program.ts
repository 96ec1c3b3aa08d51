import { defaultEntitlements, type MdfGrants } from "./default-entitlements";
import type { Effort } from "./effort";
import type { MetricDefinition } from "./metric";
import type { Program } from "./program";

/** What differs between manufacturers, with the values used when nothing is given. Money is in major units. */
export type DefaultProgramOptions = {
  /** Trailing-12-month revenue that earns 0 and 100 points, on a logarithmic curve. */
  readonly revenue?: { readonly zeroAt: number; readonly fullAt: number };
  /** Open pipeline that earns 0 and 100 points, on a logarithmic curve. */
  readonly pipeline?: { readonly zeroAt: number; readonly fullAt: number };
  /** Trailing-12-month revenue below which no partner is elite. */
  readonly eliteRevenue?: number;
  /** Product categories outside the core whose share of revenue counts as mix. */
  readonly mixCategories?: readonly string[];
  /** Market development funds a quarter for a partner of each tier; at most three times as much when a fund is shared. */
  readonly mdf?: MdfGrants;
  /** Month in which the fiscal year starts, 1 to 12. */
  readonly fiscalStartMonth?: number;
  /** Trailing-12-month revenue from which on a partner is active in a cell. */
  readonly activeFrom?: number;
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;

/**
 * The playbook's program: performance x potential x fit as a weighted geometric mean, so that no pillar makes up for a missing one;
 * tiers registered, silver, gold, elite, each standing alone (`highestMet`).
 */
export function defaultProgram(currency: string, options: DefaultProgramOptions = {}): Program {
  const {
    revenue = { zeroAt: 10_000, fullAt: 1_000_000 },
    pipeline = { zeroAt: 5_000, fullAt: 500_000 },
    eliteRevenue = 250_000,
    mixCategories = ["Accessories"],
    mdf = { silver: 2_500, gold: 10_000, elite: 25_000 },
    fiscalStartMonth = 1,
    activeFrom = 1_000,
  } = options;
  return {
    format: "tierline.program/1",
    name: "Distributor program",
    description: "Performance, potential and fit, multiplied: a partner needs all three.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: metrics(mixCategories),
    score: {
      kind: "group",
      key: "score",
      name: "Score",
      weight: 1,
      combine: "geometric",
      children: [
        {
          kind: "group",
          key: "performance",
          name: "Performance",
          weight: 50,
          combine: "arithmetic",
          children: [
            {
              kind: "criterion",
              key: "revenue_points",
              name: "Revenue",
              weight: 60,
              metric: "revenue",
              curve: { kind: "log", ...revenue },
              missing: { rule: "zero" },
            },
            {
              kind: "criterion",
              key: "growth_points",
              name: "Growth",
              weight: 25,
              metric: "growth",
              curve: { kind: "linear", zeroAt: -20, fullAt: 30 },
              // A partner without a year before has no growth, which is no fault of its own.
              missing: { rule: "reweight" },
            },
            {
              kind: "criterion",
              key: "mix_points",
              name: "Product mix",
              weight: 15,
              metric: "mix",
              curve: { kind: "linear", zeroAt: 0, fullAt: 25 },
              missing: { rule: "zero" },
            },
          ],
        },
        {
          kind: "group",
          key: "potential",
          name: "Potential",
          weight: 30,
          combine: "arithmetic",
          children: [
            {
              kind: "criterion",
              key: "coverage_points",
              name: "Active regions",
              weight: 40,
              metric: "active_regions",
              curve: {
                kind: "steps",
                below: 0,
                steps: [
                  { from: 1, points: 60 },
                  { from: 2, points: 85 },
                  { from: 3, points: 100 },
                ],
              },
              missing: { rule: "zero" },
            },
            {
              kind: "criterion",
              key: "pipeline_points",
              name: "Open pipeline",
              weight: 60,
              metric: "open_pipeline",
              curve: { kind: "log", ...pipeline },
              missing: { rule: "zero" },
            },
          ],
        },
        {
          kind: "group",
          key: "fit",
          name: "Fit",
          weight: 20,
          combine: "arithmetic",
          children: [
            {
              kind: "criterion",
              key: "certified_points",
              name: "Certified people",
              weight: 60,
              metric: "certified_people",
              curve: { kind: "perUnit", points: 20, cap: 100 },
              missing: { rule: "zero" },
            },
            {
              kind: "criterion",
              key: "service_points",
              name: "Service level",
              weight: 40,
              metric: "service_sla",
              curve: {
                kind: "points",
                points: [
                  { value: 70, points: 0 },
                  { value: 90, points: 70 },
                  { value: 98, points: 100 },
                ],
              },
              missing: { rule: "reweight" },
            },
          ],
        },
      ],
    },
    tiers: [
      { key: "registered", name: "Registered", requires: null },
      { key: "silver", name: "Silver", requires: { kind: "score", atLeast: 40 } },
      {
        key: "gold",
        name: "Gold",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 60 },
            {
              kind: "any",
              of: [
                { kind: "metric", metric: "certified_people", op: ">=", value: 2 },
                { kind: "node", node: "fit", atLeast: 60 },
              ],
            },
          ],
        },
      },
      {
        key: "elite",
        name: "Elite",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 75 },
            { kind: "metric", metric: "revenue", op: ">=", value: eliteRevenue },
            { kind: "node", node: "fit", atLeast: 60 },
          ],
        },
      },
    ],
    qualification: "highestMet",
    movement: { promoteAt: "everyRun", demoteAt: "everyRun", graceReviews: 1, maxStepsUp: null, maxStepsDown: 1, holdMargin: 2, newPartners: null },
    entitlements: defaultEntitlements(mdf),
    funds: [
      {
        benefit: "mdf",
        revenue: "revenue",
        bounds: {
          silver: { floor: null, cap: 3 * mdf.silver },
          gold: { floor: null, cap: 3 * mdf.gold },
          elite: { floor: null, cap: 3 * mdf.elite },
        },
      },
    ],
    coverage: { trailingMonths: 12, activeFrom, qualifiedTier: "silver", thin: { fewerThan: 2, belowPercent: 50 }, contestedAbove: 5 },
    effort: efforts(revenue.fullAt / STEPS_TO_FULL, pipeline.fullAt / STEPS_TO_FULL),
    effortUnit: "days of work",
  };
}

/** Of revenue and pipeline a step worth advising is this part of what earns full points. */
const STEPS_TO_FULL = 50;

/** What a distributor can do by itself, in days of its people's work. Growth follows from revenue, and the mix is its customers' choice. */
function efforts(revenueStep: number, pipelineStep: number): Effort[] {
  return [
    { metric: "revenue", step: revenueStep, effort: 12, leadDays: { first: 60, each: 7 }, mostSteps: 20, withoutData: 0 },
    { metric: "active_regions", step: 1, effort: 30, leadDays: { first: 90, each: 60 }, mostSteps: 2, withoutData: 0 },
    { metric: "open_pipeline", step: pipelineStep, effort: 3, leadDays: { first: 30, each: 3 }, mostSteps: 20, withoutData: 0 },
    { metric: "certified_people", step: 1, effort: 8, leadDays: { first: 20, each: 10 }, mostSteps: 6, withoutData: 0 },
    { metric: "service_sla", step: 1, effort: 4, leadDays: { first: 30, each: 7 }, mostSteps: 10, limit: 100 },
  ];
}

function metrics(mixCategories: readonly string[]): MetricDefinition[] {
  return [
    { key: "revenue", name: "Revenue, last 12 months", unit: "money", betterWhen: "higher", source: { kind: "posRevenue", window: LAST_12_MONTHS } },
    {
      key: "growth",
      name: "Growth over the 12 months before",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "posGrowth", window: LAST_12_MONTHS },
    },
    {
      key: "mix",
      name: "Share of revenue outside the core range",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "posShare", window: LAST_12_MONTHS, share: { categories: [...mixCategories] } },
    },
    {
      key: "active_regions",
      name: "Regions sold into, last 12 months",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "activeRegions", window: LAST_12_MONTHS },
    },
    { key: "open_pipeline", name: "Open pipeline", unit: "money", betterWhen: "higher", source: { kind: "openPipeline", origin: "any" } },
    { key: "certified_people", name: "Certified people", unit: "count", betterWhen: "higher", source: { kind: "certifiedPeople" } },
    {
      key: "service_sla",
      name: "Service requests answered in time",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "observation", metric: "service_sla_attainment", aggregate: "latest", window: LAST_12_MONTHS },
    },
  ];
}
