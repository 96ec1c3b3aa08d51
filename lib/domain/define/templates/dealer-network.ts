import { IsoDate } from "../../shared/iso-date";
import { totalEntitlements } from "../default-entitlements";
import type { MetricDefinition } from "../metric";
import type { Program } from "../program";
import { criterion, group } from "./score-nodes";
import { type ProgramTemplate, readOptions, type TemplateOptions } from "./template";

export const dealerNetwork: ProgramTemplate = {
  key: "dealer_network",
  name: "Dealer network",
  forWhom: "For manufacturers whose dealers have territories, and who promise the best places to a few in each.",
  teaches:
    "A tier can have seats: at most three Premier dealers in each region, the best by score, and of equal scores at the edge none. " +
    "A dealer that sells in several regions is measured in each, and its best region counts. " +
    "Sales of the launch count more, at the rate of their sale date, and people are counted, not certificates.",
  program,
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;
/** The level of the region tree at which territories lie. */
const TERRITORY_LEVEL = 2;
const territory = { attribute: `region_level_${TERRITORY_LEVEL}` };
/** The season in which sales of the new model count once and a half. */
const LAUNCH = { from: IsoDate.parse("2026-03-01"), until: IsoDate.parse("2026-09-01") };

function program(currency: string, options: TemplateOptions = {}): Program {
  const { fiscalStartMonth, categories } = readOptions(options);
  return {
    format: "tierline.program/1",
    name: "Dealer program",
    description: "Sales, service and presence in the dealer's best region; Premier is for a few in each.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: metrics(categories),
    score: group("dealer", "Dealer score", { combine: "arithmetic" }, [
      group("sales", "Sales", { weight: 50, combine: "arithmetic" }, [
        criterion("revenue_points", "Counted revenue", {
          weight: 70,
          metric: "counted_revenue",
          curve: { kind: "log", zeroAt: 5_000, fullAt: 500_000 },
        }),
        criterion("unit_points", "Units, among the dealers of its region", {
          weight: 30,
          metric: "units",
          curve: { kind: "minmax", peers: territory },
        }),
      ]),
      group("service", "Service", { weight: 30, combine: "arithmetic" }, [
        criterion("technician_points", "Technicians", { weight: 60, metric: "technicians", curve: { kind: "perUnit", points: 25, cap: 100 } }),
        criterion("satisfaction_points", "Satisfied customers", {
          weight: 40,
          metric: "satisfaction",
          curve: { kind: "linear", zeroAt: 60, fullAt: 95 },
          missing: "reweight",
        }),
      ]),
      group("presence", "Presence", { weight: 20, combine: "arithmetic" }, [
        criterion("month_points", "Months with sales", {
          metric: "active_months",
          curve: {
            kind: "steps",
            below: 0,
            steps: [
              { from: 6, points: 40 },
              { from: 9, points: 70 },
              { from: 12, points: 100 },
            ],
          },
        }),
      ]),
    ]),
    tiers: [
      { key: "dealer", name: "Dealer", requires: null },
      {
        key: "select",
        name: "Select",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 45 },
            { kind: "metric", metric: "technicians", op: ">=", value: 1 },
          ],
        },
        capacity: { limit: { percent: 50 }, per: "all", ties: "allIn" },
      },
      {
        key: "premier",
        name: "Premier",
        requires: {
          kind: "all",
          of: [
            { kind: "score", atLeast: 65 },
            { kind: "metric", metric: "technicians", op: ">=", value: 3 },
            { kind: "metric", metric: "sellers", op: ">=", value: 2 },
          ],
        },
        capacity: { limit: { partners: 3 }, per: territory, ties: "noneIn" },
      },
    ],
    qualification: "highestMet",
    readings: { kind: "regions", level: TERRITORY_LEVEL },
    // Seats are exact only where nothing keeps a dealer in a tier for which it has none.
    movement: {
      promoteAt: "everyRun",
      demoteAt: "everyRun",
      graceReviews: 0,
      maxStepsUp: null,
      maxStepsDown: null,
      holdMargin: 0,
      newPartners: null,
    },
    entitlements: entitlements(),
    funds: [{ benefit: "co_op", revenue: "counted_revenue", bounds: { premier: { floor: 4_000, cap: 30_000 } } }],
    coverage: { trailingMonths: 12, activeFrom: 2_500, qualifiedTier: "select", thin: { fewerThan: 2, belowPercent: 50 }, contestedAbove: 6 },
    effort: [
      { metric: "counted_revenue", step: 5_000, effort: 3, leadDays: { first: 45, each: 5 }, mostSteps: 60 },
      { metric: "technicians", step: 1, effort: 6, leadDays: { first: 40, each: 10 }, mostSteps: 4, withoutData: 0 },
      { metric: "sellers", step: 1, effort: 2, leadDays: { first: 14, each: 5 }, mostSteps: 4, withoutData: 0 },
    ],
    effortUnit: "days of work",
  };
}

function metrics([newModels = ""]: readonly string[]): MetricDefinition[] {
  return [
    {
      key: "counted_revenue",
      name: "Counted revenue, last 12 months",
      description: "What is sold from March to August 2026, while the new models are launched, counts once and a half.",
      unit: "money",
      betterWhen: "higher",
      source: {
        kind: "posRevenue",
        window: LAST_12_MONTHS,
        rates: [
          { from: null, bps: 10_000 },
          { from: LAUNCH.from, bps: 15_000 },
          { from: LAUNCH.until, bps: 10_000 },
        ],
      },
    },
    {
      key: "units",
      name: `Units of ${newModels}`,
      unit: "units",
      betterWhen: "higher",
      source: { kind: "posUnits", window: LAST_12_MONTHS, filter: { categories: [newModels] } },
    },
    {
      key: "technicians",
      name: "People certified in Service",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "certifiedPeople", tracks: ["Service"] },
    },
    {
      key: "sellers",
      name: "People certified in Sales",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "certifiedPeople", tracks: ["Sales"] },
    },
    {
      key: "satisfaction",
      name: "Customers who would buy again",
      unit: "percent",
      betterWhen: "higher",
      source: { kind: "observation", metric: "customer_satisfaction", aggregate: "average", window: LAST_12_MONTHS },
    },
    {
      key: "active_months",
      name: "Months with sales",
      unit: "count",
      betterWhen: "higher",
      source: { kind: "activeMonths", window: LAST_12_MONTHS },
    },
  ];
}

function entitlements(): Program["entitlements"] {
  return totalEntitlements(
    ["dealer", "select", "premier"],
    [
      {
        key: "co_op",
        name: "Co-op advertising",
        kind: "coOp",
        type: "amount",
        per: "year",
        limits: { least: 0, most: 30_000 },
        outcome: "Local advertising that names the dealer and the brand.",
        owner: "Dealer marketing",
      },
      {
        key: "demo_units",
        name: "Demonstration units",
        kind: "other",
        type: "level",
        levels: [
          { key: "bought", name: "Bought by the dealer" },
          { key: "lent", name: "Lent for a season" },
          { key: "given", name: "Given, the full range" },
        ],
        outcome: "Customers try before they buy.",
        owner: "Product management",
      },
      {
        key: "leads",
        name: "Leads of its region",
        kind: "leadRouting",
        type: "included",
        outcome: "Requests from a region go to the dealers who serve it best.",
        owner: "Dealer operations",
      },
    ],
    {
      dealer: { co_op: null, demo_units: "bought", leads: null },
      select: { co_op: 2_000, demo_units: "lent", leads: null },
      premier: { co_op: 8_000, demo_units: "given", leads: true },
    },
  );
}
