import { totalEntitlements } from "../default-entitlements";
import type { MetricDefinition } from "../metric";
import type { Program } from "../program";
import { criterion, group } from "./score-nodes";
import { type ProgramTemplate, readOptions, type TemplateOptions } from "./template";

export const statusProgram: ProgramTemplate = {
  key: "status_program",
  name: "Annual status program",
  forWhom: "For manufacturers whose partners collect status points and count on their status for the year.",
  teaches:
    "A status once earned is kept until the program year ends, and the year after it; a partner that grows is promoted at once. " +
    "A partner qualifies on its best of the last six month ends, so that a strong month is not lost by the day of the review. " +
    "Everyone enters at the lowest status for the first year, whatever it sells.",
  program,
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;
const YEAR = { kind: "programYearToDate" } as const;

function program(currency: string, options: TemplateOptions = {}): Program {
  const { fiscalStartMonth, besideCore } = readOptions(options);
  return {
    format: "tierline.program/1",
    name: "Status program",
    description: "Status points for sales, training and deals; a status is kept for its year.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    programYearStartMonth: 1,
    exchangeRates: [],
    scoreDecimals: 0,
    metrics: metrics(besideCore),
    score: group("status_points", "Status points", { combine: "sum", cap: 100 }, [
      group("sales", "Sales", { combine: "sum", cap: 60 }, [
        criterion("revenue_points", "Revenue", {
          metric: "revenue",
          curve: {
            kind: "points",
            points: [
              { value: 0, points: 0 },
              { value: 50_000, points: 10 },
              { value: 250_000, points: 30 },
              { value: 1_000_000, points: 50 },
            ],
          },
        }),
        criterion("new_points", "New categories", {
          metric: "new_categories",
          curve: {
            kind: "steps",
            below: 0,
            steps: [
              { from: 5_000, points: 5 },
              { from: 25_000, points: 10 },
              { from: 100_000, points: 20 },
            ],
          },
        }),
      ]),
      group("commitment", "Commitment", { combine: "sum", cap: 40 }, [
        criterion("training_points", "Training this year", { metric: "trainings", curve: { kind: "perUnit", points: 2, cap: 15 } }),
        criterion("deal_points", "Registered deals this year", { metric: "registered_deals", curve: { kind: "perUnit", points: 1, cap: 15 } }),
        criterion("people_points", "Certified people", { metric: "certified_people", curve: { kind: "perUnit", points: 5, cap: 20 } }),
      ]),
    ]),
    tiers: [
      { key: "member", name: "Member", requires: null },
      { key: "blue", name: "Blue", requires: { kind: "score", atLeast: 25 } },
      { key: "silver", name: "Silver", requires: { kind: "score", atLeast: 45 } },
      {
        key: "gold",
        name: "Gold",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 70 },
            { kind: "node", node: "commitment", atLeast: 20 },
          ],
        },
      },
    ],
    qualification: "ladder",
    readings: { kind: "monthEnds", last: 6 },
    movement: {
      promoteAt: "everyRun",
      demoteAt: "everyRun",
      graceReviews: 0,
      maxStepsUp: null,
      maxStepsDown: null,
      holdMargin: 0,
      keep: { programYears: 1 },
      newPartners: { months: 12, tier: "member" },
    },
    entitlements: entitlements(),
    funds: [{ benefit: "marketing_allowance", revenue: "revenue", bounds: { gold: { floor: null, cap: 20_000 } } }],
    effort: [
      { metric: "revenue", step: 10_000, effort: 4, leadDays: { first: 60, each: 5 }, mostSteps: 50 },
      { metric: "trainings", step: 1, effort: 1, leadDays: { first: 10, each: 2 }, mostSteps: 10, withoutData: 0 },
      { metric: "registered_deals", step: 1, effort: 1, leadDays: { first: 14, each: 4 }, mostSteps: 15, withoutData: 0 },
      { metric: "certified_people", step: 1, effort: 4, leadDays: { first: 30, each: 10 }, mostSteps: 4, withoutData: 0 },
    ],
    effortUnit: "days of work",
  };
}

function metrics(besideCore: readonly string[]): MetricDefinition[] {
  return [
    { key: "revenue", name: "Revenue, last 12 months", unit: "money", betterWhen: "higher", source: { kind: "posRevenue", window: LAST_12_MONTHS } },
    {
      key: "new_categories",
      name: "Revenue beside the core range, program year so far",
      unit: "money",
      betterWhen: "higher",
      source: { kind: "posRevenue", window: YEAR, filter: { categories: [...besideCore] } },
    },
    {
      key: "trainings",
      name: "Trainings completed, program year so far",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "observation", metric: "trainings_completed", aggregate: "sum", window: YEAR },
    },
    {
      key: "registered_deals",
      name: "Deals registered, program year so far",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "observation", metric: "deals_registered", aggregate: "sum", window: YEAR },
    },
    { key: "certified_people", name: "Certified people", unit: "count", betterWhen: "higher", source: { kind: "certifiedPeople" } },
  ];
}

function entitlements(): Program["entitlements"] {
  return totalEntitlements(
    ["member", "blue", "silver", "gold"],
    [
      {
        key: "marketing_allowance",
        name: "Marketing allowance",
        kind: "mdf",
        type: "amount",
        per: "year",
        limits: { least: 0, most: 20_000 },
        outcome: "Partners plan their year with it.",
        owner: "Channel marketing",
      },
      {
        key: "event",
        name: "Partner summit",
        kind: "enablement",
        type: "level",
        levels: [
          { key: "online", name: "Online" },
          { key: "one_seat", name: "One seat" },
          { key: "two_seats", name: "Two seats and a table" },
        ],
        outcome: "The people who decide know each other.",
        owner: "Events",
      },
      {
        key: "shipping",
        name: "Free express shipping",
        kind: "other",
        type: "included",
        outcome: "Urgent orders come to us.",
        owner: "Logistics",
      },
    ],
    {
      member: { marketing_allowance: null, event: "online", shipping: null },
      blue: { marketing_allowance: 1_000, event: "online", shipping: null },
      silver: { marketing_allowance: 3_000, event: "one_seat", shipping: true },
      gold: { marketing_allowance: 8_000, event: "two_seats", shipping: true },
    },
  );
}
