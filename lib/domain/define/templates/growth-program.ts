import { totalEntitlements } from "../default-entitlements";
import type { MetricDefinition } from "../metric";
import type { Program } from "../program";
import { planRates } from "./plan-rates";
import { criterion, group } from "./score-nodes";
import { fiscalMonthEnds, type ProgramTemplate, readOptions, type TemplateOptions } from "./template";

export const growthProgram: ProgramTemplate = {
  key: "growth_program",
  name: "Distributor growth program",
  forWhom: "For manufacturers with stocking distributors in several currencies who want growth and healthy stock, not volume alone.",
  teaches:
    "Ratios have no value where their base is zero or missing: a distributor without a year before has no growth, and the other criteria share its weight. " +
    "Revenue in other currencies counts at the plan rates of the version, whatever the market does. " +
    "Promotions happen each quarter and demotions each half-year, with a margin and one forgiven review against the noise of a single quarter.",
  program,
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;

function program(currency: string, options: TemplateOptions = {}): Program {
  const { fiscalStartMonth, besideCore } = readOptions(options);
  return {
    format: "tierline.program/1",
    name: "Distributor growth program",
    description: "Growth, sell-out and development; promoted by the quarter, demoted by the half-year.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    exchangeRates: planRates(currency),
    scoreDecimals: 1,
    metrics: metrics(besideCore),
    score: group("growth_score", "Growth score", { combine: "arithmetic" }, [
      group("growth", "Growth", { weight: 40, combine: "arithmetic" }, [
        criterion("year_points", "Year on year", {
          weight: 60,
          metric: "year_on_year",
          curve: { kind: "linear", zeroAt: 90, fullAt: 130 },
          missing: "reweight",
        }),
        criterion("quarter_points", "Growth of the last three months", {
          weight: 40,
          metric: "recent_growth",
          curve: { kind: "linear", zeroAt: -20, fullAt: 30 },
          missing: "reweight",
        }),
      ]),
      group("sell_out", "Sell-out", { weight: 35, combine: "arithmetic" }, [
        criterion("turns_points", "Stock turns", {
          weight: 50,
          metric: "stock_turns",
          curve: { kind: "linear", zeroAt: 1, fullAt: 6 },
          missing: "reweight",
        }),
        criterion("supply_points", "Days of supply", {
          weight: 20,
          metric: "days_of_supply",
          curve: { kind: "linear", zeroAt: 150, fullAt: 45 },
          missing: "reweight",
        }),
        criterion("velocity_points", "Units a week", { weight: 30, metric: "weekly_units", curve: { kind: "log", zeroAt: 1, fullAt: 200 } }),
      ]),
      group("development", "Development", { weight: 25, combine: "arithmetic" }, [
        criterion("mix_points", "Mix", { weight: 50, metric: "mix", curve: { kind: "linear", zeroAt: 0, fullAt: 30 }, missing: "reweight" }),
        criterion("people_points", "Certified people", { weight: 50, metric: "certified_people", curve: { kind: "perUnit", points: 20, cap: 100 } }),
      ]),
    ]),
    tiers: [
      { key: "associate", name: "Associate", requires: null },
      { key: "growth", name: "Growth", requires: { kind: "score", atLeast: 45 } },
      {
        key: "accelerate",
        name: "Accelerate",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 60 },
            { kind: "metric", metric: "revenue", op: ">=", value: 200_000 },
          ],
        },
      },
      {
        key: "lead",
        name: "Lead",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 75 },
            { kind: "metric", metric: "revenue", op: ">=", value: 500_000 },
            { kind: "node", node: "sell_out", atLeast: 60 },
          ],
        },
      },
    ],
    qualification: "ladder",
    movement: {
      promoteAt: { months: fiscalMonthEnds(fiscalStartMonth, 3) },
      demoteAt: { months: fiscalMonthEnds(fiscalStartMonth, 6) },
      graceReviews: 1,
      maxStepsUp: 1,
      maxStepsDown: 1,
      holdMargin: 3,
      newPartners: null,
    },
    entitlements: entitlements(),
    funds: [
      {
        benefit: "growth_fund",
        revenue: "revenue",
        bounds: {
          growth: { floor: null, cap: 10_000 },
          accelerate: { floor: null, cap: 30_000 },
          lead: { floor: 20_000, cap: 75_000 },
        },
      },
    ],
    coverage: { trailingMonths: 12, activeFrom: 5_000, qualifiedTier: "growth", thin: { fewerThan: 2, belowPercent: 60 }, contestedAbove: 4 },
    effort: [
      { metric: "revenue", step: 10_000, effort: 4, leadDays: { first: 30, each: 5 }, mostSteps: 50 },
      { metric: "certified_people", step: 1, effort: 3, leadDays: { first: 20, each: 5 }, mostSteps: 5, withoutData: 0 },
      { metric: "stock", step: 100, effort: 2, leadDays: { first: 30, each: 10 }, mostSteps: 20 },
    ],
    effortUnit: "days of work",
  };
}

function metrics(besideCore: readonly string[]): MetricDefinition[] {
  return [
    { key: "revenue", name: "Revenue, last 12 months", unit: "money", betterWhen: "higher", source: { kind: "posRevenue", window: LAST_12_MONTHS } },
    {
      key: "revenue_before",
      name: "Revenue of the 12 months before",
      unit: "money",
      betterWhen: "higher",
      source: { kind: "posRevenue", window: { ...LAST_12_MONTHS, previous: true } },
    },
    {
      key: "year_on_year",
      name: "Last 12 months, of the 12 before",
      description: "100% is as much as in the year before. No data where there was no revenue then.",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "ratio", numerator: "revenue", denominator: "revenue_before", times: 100 },
    },
    {
      key: "recent_growth",
      name: "Growth of the last three months",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "posGrowth", window: { kind: "trailingMonths", months: 3 } },
    },
    {
      key: "units",
      name: "Units sold, last 12 months",
      unit: "units",
      betterWhen: "higher",
      source: { kind: "posUnits", window: LAST_12_MONTHS },
    },
    {
      key: "weekly_units",
      name: "Units a week, last three months",
      unit: "number",
      betterWhen: "higher",
      source: { kind: "posVelocity", of: "units", window: { kind: "trailingMonths", months: 3 } },
    },
    {
      key: "stock",
      name: "Units in stock, average of the month ends",
      unit: "units",
      betterWhen: "lower",
      source: { kind: "observation", metric: "stock_units", aggregate: "average", window: LAST_12_MONTHS },
    },
    {
      key: "stock_turns",
      name: "Stock turns in a year",
      unit: "number",
      betterWhen: "higher",
      source: { kind: "ratio", numerator: "units", denominator: "stock", times: 1 },
    },
    {
      key: "days_of_supply",
      name: "Days of supply",
      unit: "days",
      betterWhen: "lower",
      source: { kind: "ratio", numerator: "stock", denominator: "units", times: 365 },
    },
    {
      key: "mix",
      name: "Share of revenue beside the core range",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "posShare", window: LAST_12_MONTHS, share: { categories: [...besideCore] } },
    },
    { key: "certified_people", name: "Certified people", unit: "count", betterWhen: "higher", source: { kind: "certifiedPeople" } },
  ];
}

function entitlements(): Program["entitlements"] {
  return totalEntitlements(
    ["associate", "growth", "accelerate", "lead"],
    [
      {
        key: "growth_fund",
        name: "Growth fund",
        kind: "mdf",
        type: "amount",
        per: "quarter",
        limits: { least: 0, most: 50_000 },
        outcome: "Campaigns and launches where there is growth to win.",
        owner: "Channel marketing",
      },
      {
        key: "growth_rebate",
        name: "Growth rebate",
        kind: "rebate",
        type: "rate",
        limits: { least: 0, most: 500 },
        outcome: "What a distributor earns grows with what it sells out.",
        owner: "Finance",
      },
      {
        key: "stock_rotation",
        name: "Stock rotation",
        kind: "other",
        type: "level",
        levels: [
          { key: "none", name: "None" },
          { key: "yearly", name: "Once a year" },
          { key: "quarterly", name: "Each quarter" },
        ],
        outcome: "Healthy stock instead of full shelves.",
        owner: "Supply chain",
      },
      {
        key: "planning",
        name: "Quarterly planning meeting",
        kind: "coMarketing",
        type: "included",
        outcome: "A plan for growth that both sides sign.",
        owner: "Channel management",
      },
    ],
    {
      associate: { growth_fund: null, growth_rebate: null, stock_rotation: "none", planning: null },
      growth: { growth_fund: 2_500, growth_rebate: 100, stock_rotation: "yearly", planning: null },
      accelerate: { growth_fund: 7_500, growth_rebate: 200, stock_rotation: "yearly", planning: true },
      lead: { growth_fund: 20_000, growth_rebate: 350, stock_rotation: "quarterly", planning: true },
    },
  );
}
