import { totalEntitlements } from "../default-entitlements";
import type { MetricDefinition } from "../metric";
import type { Condition, Program } from "../program";
import { criterion, group } from "./score-nodes";
import { fiscalMonthEnds, type ProgramTemplate, readOptions, type TemplateOptions } from "./template";

export const resellerLadder: ProgramTemplate = {
  key: "reseller_ladder",
  name: "Reseller ladder",
  forWhom: "For manufacturers with many resellers who are told in a table what each level asks.",
  teaches:
    "Tiers can ask for several minima at once, with other ways to meet one of them: revenue, or a smaller revenue of the products that matter. " +
    "Each tier stands alone, so that a specialist may reach Platinum without the volume of Gold; the score only orders the partners of a tier. " +
    "One warning is meant: Platinum gets a lower rebate than Gold, since its benefits are others.",
  program,
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;

function program(currency: string, options: TemplateOptions = {}): Program {
  const { fiscalStartMonth, besideCore } = readOptions(options);
  return {
    format: "tierline.program/1",
    name: "Reseller program",
    description: "Levels by minima of revenue and of trained people, with another way to each for specialists.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: metrics(besideCore),
    score: group("standing", "Standing", { combine: "arithmetic" }, [
      criterion("revenue_points", "Revenue", { weight: 50, metric: "revenue", curve: { kind: "log", zeroAt: 10_000, fullAt: 2_000_000 } }),
      criterion("strategic_points", "Strategic revenue", {
        weight: 30,
        metric: "strategic_revenue",
        curve: { kind: "log", zeroAt: 5_000, fullAt: 500_000 },
      }),
      criterion("returns_points", "Few returns", {
        weight: 20,
        metric: "returns_rate",
        curve: { kind: "linear", zeroAt: 10, fullAt: 0 },
        missing: "reweight",
      }),
    ]),
    tiers: [
      { key: "registered", name: "Registered", requires: null },
      { key: "bronze", name: "Bronze", requires: { kind: "all", of: [atLeast("revenue", 25_000), atLeast("sales_people", 1)] } },
      {
        key: "silver",
        name: "Silver",
        requires: {
          kind: "all",
          of: [
            { kind: "any", of: [atLeast("revenue", 150_000), atLeast("strategic_revenue", 50_000)] },
            atLeast("sales_people", 1),
            atLeast("technical_people", 1),
          ],
        },
      },
      {
        key: "gold",
        name: "Gold",
        requires: {
          kind: "all",
          of: [
            { kind: "any", of: [atLeast("revenue", 600_000), { kind: "all", of: [atLeast("strategic_revenue", 200_000), atLeast("win_rate", 30)] }] },
            atLeast("sales_people", 2),
            atLeast("technical_people", 3),
          ],
        },
      },
      {
        key: "platinum",
        name: "Platinum",
        requires: {
          kind: "all",
          of: [
            {
              kind: "atLeast",
              count: 2,
              of: [atLeast("technical_people", 6), atLeast("strategic_revenue", 300_000), atLeast("sourced_pipeline", 400_000)],
            },
            { kind: "metric", metric: "returns_rate", op: "<=", value: 3 },
            { kind: "not", condition: { kind: "attribute", attribute: "partner_type", op: "in", values: ["Broadline"] } },
          ],
        },
      },
    ],
    qualification: "highestMet",
    movement: {
      promoteAt: "everyRun",
      demoteAt: { months: fiscalMonthEnds(fiscalStartMonth, 6) },
      graceReviews: 1,
      maxStepsUp: null,
      maxStepsDown: 1,
      holdMargin: 0,
      newPartners: null,
    },
    entitlements: entitlements(),
    effort: [
      { metric: "revenue", step: 10_000, effort: 4, leadDays: { first: 60, each: 5 }, mostSteps: 60 },
      { metric: "strategic_revenue", step: 10_000, effort: 6, leadDays: { first: 90, each: 10 }, mostSteps: 30 },
      { metric: "sales_people", step: 1, effort: 2, leadDays: { first: 14, each: 5 }, mostSteps: 5, withoutData: 0 },
      { metric: "technical_people", step: 1, effort: 5, leadDays: { first: 30, each: 10 }, mostSteps: 8, withoutData: 0 },
      { metric: "sourced_pipeline", step: 25_000, effort: 5, leadDays: { first: 30, each: 5 }, mostSteps: 20, withoutData: 0 },
    ],
    effortUnit: "days of work",
  };
}

function atLeast(metric: string, value: number): Condition {
  return { kind: "metric", metric, op: ">=", value };
}

function metrics(besideCore: readonly string[]): MetricDefinition[] {
  return [
    { key: "revenue", name: "Revenue, last 12 months", unit: "money", betterWhen: "higher", source: { kind: "posRevenue", window: LAST_12_MONTHS } },
    {
      key: "strategic_revenue",
      name: "Revenue of strategic categories",
      unit: "money",
      betterWhen: "higher",
      source: { kind: "posRevenue", window: LAST_12_MONTHS, filter: { categories: [...besideCore] } },
    },
    {
      key: "sales_people",
      name: "People certified in Sales",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "certifiedPeople", tracks: ["Sales"] },
    },
    {
      key: "technical_people",
      name: "People certified in Engineering",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "certifiedPeople", tracks: ["Engineering"], minLevel: 2 },
    },
    { key: "win_rate", name: "Win rate", unit: "percent", betterWhen: "higher", source: { kind: "winRate", window: LAST_12_MONTHS, by: "count" } },
    {
      key: "sourced_pipeline",
      name: "Open pipeline that the partner sourced",
      unit: "money",
      betterWhen: "higher",
      source: { kind: "openPipeline", origin: "sourced" },
    },
    {
      key: "returns_rate",
      name: "Returned units",
      unit: "percent",
      betterWhen: "lower",
      source: { kind: "observation", metric: "returns_rate", aggregate: "average", window: LAST_12_MONTHS },
    },
  ];
}

function entitlements(): Program["entitlements"] {
  return totalEntitlements(
    ["registered", "bronze", "silver", "gold", "platinum"],
    [
      {
        key: "rebate",
        name: "Rebate",
        kind: "rebate",
        type: "rate",
        limits: { least: 0, most: 400 },
        outcome: "Revenue that grows with the level.",
        owner: "Finance",
      },
      {
        key: "deal_protection",
        name: "Answer to a deal registration",
        kind: "dealRegistration",
        type: "time",
        unit: "hours",
        limits: { least: 4, most: 96 },
        outcome: "Who finds a deal keeps it.",
        owner: "Channel operations",
      },
      {
        key: "engineer_days",
        name: "Days of our engineers",
        kind: "enablement",
        type: "level",
        levels: [
          { key: "on_request", name: "On request" },
          { key: "shared", name: "A team for several partners" },
          { key: "named", name: "An engineer by name" },
        ],
        outcome: "Specialists win projects that nobody wins alone.",
        owner: "Engineering",
      },
    ],
    {
      registered: { rebate: null, deal_protection: 96, engineer_days: "on_request" },
      bronze: { rebate: 50, deal_protection: 72, engineer_days: "on_request" },
      silver: { rebate: 150, deal_protection: 48, engineer_days: "on_request" },
      gold: { rebate: 300, deal_protection: 24, engineer_days: "shared" },
      platinum: { rebate: 250, deal_protection: 8, engineer_days: "named" },
    },
  );
}
