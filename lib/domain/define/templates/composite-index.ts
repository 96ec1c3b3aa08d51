import { totalEntitlements } from "../default-entitlements";
import type { MetricDefinition } from "../metric";
import type { Group, Program } from "../program";
import { criterion, group } from "./score-nodes";
import { type ProgramTemplate, readOptions, type TemplateOptions } from "./template";

export const compositeIndex: ProgramTemplate = {
  key: "composite_index",
  name: "Composite partner index",
  forWhom: "For manufacturers with very different partners who want one figure by which all of them can be compared.",
  teaches:
    "A score can be several levels deep, each level combined in its own way: the three pillars are multiplied, so that none makes up for another. " +
    "Goalposts and logarithms make figures of any size comparable, percentiles compare a partner with those of its own type or region. " +
    "Scores are rounded to whole points, and the rounded score decides: 59.5 is 60.",
  program,
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;

function program(currency: string, options: TemplateOptions = {}): Program {
  const { fiscalStartMonth, besideCore } = readOptions(options);
  return {
    format: "tierline.program/1",
    name: "Partner index",
    description: "One figure from commerce, reach and capability, comparable across all partners.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    exchangeRates: [],
    scoreDecimals: 0,
    metrics: metrics(besideCore),
    score: group("index", "Index", { combine: "geometric" }, [commerce(), reach(), capability()]),
    tiers: [
      { key: "emerging", name: "Emerging", requires: null },
      { key: "established", name: "Established", requires: { kind: "score", atLeast: 40 } },
      {
        key: "advanced",
        name: "Advanced",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 60 },
            { kind: "node", node: "capability", atLeast: 40 },
          ],
        },
      },
      {
        key: "leading",
        name: "Leading",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 75 },
            { kind: "atLeast", count: 2, of: ["commerce", "reach", "capability"].map((node) => ({ kind: "node" as const, node, atLeast: 75 })) },
          ],
        },
      },
    ],
    qualification: "highestMet",
    movement: { promoteAt: "everyRun", demoteAt: "everyRun", graceReviews: 1, maxStepsUp: null, maxStepsDown: 1, holdMargin: 2, newPartners: null },
    robustness: { spreadPercent: 30, solidFromPercent: 80 },
    entitlements: entitlements(),
    effort: [
      { metric: "revenue", step: 25_000, effort: 10, leadDays: { first: 90, each: 15 }, mostSteps: 40 },
      { metric: "active_regions", step: 1, effort: 15, leadDays: { first: 60, each: 30 }, mostSteps: 6 },
      { metric: "certified_people", step: 1, effort: 4, leadDays: { first: 20, each: 5 }, mostSteps: 15, withoutData: 0 },
      { metric: "advanced_people", step: 1, effort: 8, leadDays: { first: 60, each: 20 }, mostSteps: 10, withoutData: 0 },
    ],
    effortUnit: "days of work",
  };
}

function commerce(): Group {
  return group("commerce", "Commerce", { weight: 40, combine: "arithmetic" }, [
    group("scale", "Scale", { weight: 60, combine: "arithmetic" }, [
      criterion("revenue_points", "Revenue", { weight: 60, metric: "revenue", curve: { kind: "log", zeroAt: 20_000, fullAt: 5_000_000 } }),
      criterion("type_standing", "Standing among its type", {
        weight: 40,
        metric: "revenue",
        curve: { kind: "percentile", peers: { attribute: "partner_type" } },
      }),
    ]),
    group("momentum", "Momentum", { weight: 40, combine: "geometric" }, [
      criterion("growth_points", "Growth", {
        weight: 50,
        metric: "growth",
        curve: { kind: "linear", zeroAt: -25, fullAt: 25 },
        missing: "reweight",
      }),
      criterion("mix_points", "Mix", { weight: 50, metric: "mix", curve: { kind: "linear", zeroAt: 0, fullAt: 40 } }),
    ]),
  ]);
}

function reach(): Group {
  return group("reach", "Reach", { weight: 30, combine: "arithmetic" }, [
    criterion("region_points", "Regions", { weight: 40, metric: "active_regions", curve: { kind: "log", zeroAt: 1, fullAt: 12 } }),
    criterion("steadiness", "Steadiness", { weight: 30, metric: "active_months", curve: { kind: "linear", zeroAt: 3, fullAt: 12 } }),
    criterion("region_standing", "Standing in its region", {
      weight: 30,
      metric: "revenue",
      curve: { kind: "percentile", peers: { attribute: "region_level_2" } },
    }),
  ]);
}

function capability(): Group {
  return group("capability", "Capability", { weight: 30, combine: "geometric" }, [
    group("people", "People", { weight: 50, combine: "arithmetic" }, [
      criterion("certified_points", "Certified people", { weight: 60, metric: "certified_people", curve: { kind: "log", zeroAt: 0.5, fullAt: 20 } }),
      criterion("advanced_points", "Advanced people, against the average", {
        weight: 40,
        metric: "advanced_people",
        curve: { kind: "zscore", peers: "all", zeroAt: -2, fullAt: 2 },
      }),
    ]),
    group("quality", "Quality", { weight: 50, combine: "harmonic" }, [
      criterion("win_points", "Win rate", { weight: 40, metric: "win_rate", curve: { kind: "linear", zeroAt: 5, fullAt: 40 }, missing: "reweight" }),
      criterion("service_points", "Service level", {
        weight: 60,
        metric: "service_level",
        curve: {
          kind: "points",
          points: [
            { value: 70, points: 0 },
            { value: 90, points: 70 },
            { value: 98, points: 100 },
          ],
        },
        missing: "reweight",
      }),
    ]),
  ]);
}

function metrics(besideCore: readonly string[]): MetricDefinition[] {
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
      name: "Share of revenue beside the core range",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "posShare", window: LAST_12_MONTHS, share: { categories: [...besideCore] } },
    },
    {
      key: "active_regions",
      name: "Regions sold into",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "activeRegions", window: LAST_12_MONTHS },
    },
    {
      key: "active_months",
      name: "Months with sales",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "activeMonths", window: LAST_12_MONTHS },
    },
    { key: "certified_people", name: "Certified people", unit: "count", betterWhen: "higher", source: { kind: "certifiedPeople" } },
    {
      key: "advanced_people",
      name: "People certified at level 2 or higher",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "certifiedPeople", minLevel: 2 },
    },
    { key: "win_rate", name: "Win rate", unit: "percent", betterWhen: "higher", source: { kind: "winRate", window: LAST_12_MONTHS, by: "value" } },
    {
      key: "service_level",
      name: "Service requests answered in time",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "observation", metric: "service_sla_attainment", aggregate: "average", window: { kind: "trailingMonths", months: 6 } },
    },
  ];
}

function entitlements(): Program["entitlements"] {
  return totalEntitlements(
    ["emerging", "established", "advanced", "leading"],
    [
      {
        key: "lead_routing",
        name: "Lead routing",
        kind: "leadRouting",
        type: "level",
        levels: [
          { key: "in_turn", name: "In turn" },
          { key: "preferred", name: "Before others" },
          { key: "first", name: "First choice" },
        ],
        outcome: "Leads go to the partners who are most able to win them.",
        owner: "Channel operations",
      },
      {
        key: "support",
        name: "Answer to a support request",
        kind: "conciergeSupport",
        type: "time",
        unit: "hours",
        limits: { least: 2, most: 72 },
        outcome: "The best partners lose no deal to a question.",
        owner: "Service",
      },
      {
        key: "joint_plan",
        name: "Joint business plan",
        kind: "coMarketing",
        type: "included",
        outcome: "A plan for the year with targets that both sides work on.",
        owner: "Channel management",
      },
    ],
    {
      emerging: { lead_routing: "in_turn", support: 72, joint_plan: null },
      established: { lead_routing: "in_turn", support: 24, joint_plan: null },
      advanced: { lead_routing: "preferred", support: 8, joint_plan: true },
      leading: { lead_routing: "first", support: 4, joint_plan: true },
    },
  );
}
