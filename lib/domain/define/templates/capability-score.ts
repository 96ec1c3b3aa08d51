import { totalEntitlements } from "../default-entitlements";
import type { MetricDefinition } from "../metric";
import type { Condition, Curve, Group, Program } from "../program";
import { criterion, group } from "./score-nodes";
import { fiscalMonthEnds, type ProgramTemplate, readOptions, type TemplateOptions } from "./template";

export const capabilityScore: ProgramTemplate = {
  key: "capability_score",
  name: "Capability score",
  forWhom: "For vendors of software and cloud services whose partners prove what they can do in a field.",
  teaches:
    "Points are added up and capped, with part of the points below each threshold; two tracks are scored side by side and the better one counts. " +
    "Gates let a later step of training earn nothing until the earlier one is met. " +
    "The designation asks for 70 points and for every figure of the track above zero, so that no part can be skipped.",
  program,
};

const LAST_12_MONTHS = { kind: "trailingMonths", months: 12 } as const;

/** Points for each, up to a cap: what each of the two tracks asks of a figure. */
type Pace = { readonly each: number; readonly cap: number };
type Track = {
  readonly key: "enterprise" | "growing";
  readonly name: string;
  readonly customers: Pace;
  readonly foundation: Pace;
  readonly advanced: Pace;
  /** null where the track asks for no experts. */
  readonly expert: Pace | null;
  readonly deployments: Pace;
  /** Growth of usage, in percent, that earns all of its 15 points. */
  readonly usageFullAt: number;
};

const TRACKS: readonly [Track, Track] = [
  {
    key: "enterprise",
    name: "Enterprise track",
    customers: { each: 3, cap: 30 },
    foundation: { each: 5, cap: 15 },
    advanced: { each: 5, cap: 15 },
    expert: { each: 10, cap: 10 },
    deployments: { each: 1.5, cap: 15 },
    usageFullAt: 20,
  },
  {
    key: "growing",
    name: "Growing business track",
    customers: { each: 2, cap: 30 },
    foundation: { each: 10, cap: 20 },
    advanced: { each: 10, cap: 20 },
    expert: null,
    deployments: { each: 1, cap: 15 },
    usageFullAt: 30,
  },
];

function program(currency: string, options: TemplateOptions = {}): Program {
  const { fiscalStartMonth } = readOptions(options);
  return {
    format: "tierline.program/1",
    name: "Solution partner program",
    description: "A partner earns the designation by new customers, trained people and customers' success, in the track that suits it.",
    currency,
    fiscalCalendar: { kind: "months", startMonth: fiscalStartMonth },
    exchangeRates: [],
    scoreDecimals: 0,
    metrics: METRICS,
    score: group("capability", "Capability score", { combine: "max" }, TRACKS.map(track)),
    tiers: [
      { key: "member", name: "Member", requires: null },
      { key: "designated", name: "Solution partner", requires: { kind: "any", of: TRACKS.map(({ key }) => inTrack(key, 70)) } },
      {
        key: "specialist",
        name: "Specialist",
        requires: {
          kind: "all",
          of: [
            { kind: "any", of: TRACKS.map(({ key }) => inTrack(key, 85)) },
            { kind: "metric", metric: "expert_people", op: ">=", value: 1 },
          ],
        },
      },
    ],
    qualification: "ladder",
    movement: {
      promoteAt: "everyRun",
      // A designation is looked at again once a year.
      demoteAt: { months: fiscalMonthEnds(fiscalStartMonth, 12) },
      graceReviews: 0,
      maxStepsUp: null,
      maxStepsDown: null,
      holdMargin: 0,
      newPartners: null,
    },
    entitlements: entitlements(),
    funds: [{ benefit: "market_development", revenue: "sourced_pipeline", bounds: { specialist: { floor: 10_000, cap: 60_000 } } }],
    effort: [
      { metric: "new_customers", step: 1, effort: 6, leadDays: { first: 60, each: 20 }, mostSteps: 15, withoutData: 0 },
      { metric: "foundation_people", step: 1, effort: 2, leadDays: { first: 14, each: 3 }, mostSteps: 6, withoutData: 0 },
      { metric: "advanced_people", step: 1, effort: 6, leadDays: { first: 45, each: 10 }, mostSteps: 6, withoutData: 0 },
      { metric: "expert_people", step: 1, effort: 15, leadDays: { first: 120, each: 30 }, mostSteps: 3, withoutData: 0 },
      { metric: "deployments", step: 1, effort: 4, leadDays: { first: 90, each: 15 }, mostSteps: 15, withoutData: 0 },
    ],
    effortUnit: "days of work",
  };
}

function inTrack(node: Track["key"], atLeast: number): Condition {
  return {
    kind: "all",
    of: [
      { kind: "node", node, atLeast },
      { kind: "leavesAbove", node, above: 0 },
    ],
  };
}

function track({ key, name, customers, foundation, advanced, expert, deployments, usageFullAt }: Track): Group {
  return group(key, name, { combine: "sum", cap: 100 }, [
    criterion(`${key}_customers`, "New customers", { metric: "new_customers", curve: perUnit(customers) }),
    group(`${key}_skills`, "Skills", { combine: "sum", cap: 40 }, [
      criterion(`${key}_foundation`, "Step 1: foundation", { metric: "foundation_people", curve: perUnit(foundation) }),
      group(`${key}_step_2`, "Later steps", { combine: "sum", cap: 40, gate: { requires: atLeastPeople("foundation_people", 2) } }, [
        criterion(`${key}_advanced`, "Step 2: advanced", { metric: "advanced_people", curve: perUnit(advanced) }),
        ...(expert === null
          ? []
          : [
              group(`${key}_step_3`, "Last step", { combine: "sum", cap: 40, gate: { requires: atLeastPeople("advanced_people", 2) } }, [
                criterion(`${key}_expert`, "Step 3: expert", { metric: "expert_people", curve: perUnit(expert) }),
              ]),
            ]),
      ]),
    ]),
    group(`${key}_success`, "Customers' success", { combine: "sum", cap: 30 }, [
      criterion(`${key}_deployments`, "Deployments", { metric: "deployments", curve: perUnit(deployments) }),
      criterion(`${key}_usage`, "Growth of usage", {
        metric: "usage_growth",
        curve: {
          kind: "points",
          points: [
            { value: 0, points: 0 },
            { value: usageFullAt, points: 15 },
          ],
        },
      }),
    ]),
  ]);
}

function perUnit({ each, cap }: Pace): Curve {
  return { kind: "perUnit", points: each, cap };
}

function atLeastPeople(metric: string, value: number): Condition {
  return { kind: "metric", metric, op: ">=", value };
}

const METRICS: MetricDefinition[] = [
  {
    key: "new_customers",
    name: "New customers",
    unit: "count",
    betterWhen: "higher",
    source: { kind: "observation", metric: "new_customers", aggregate: "sum", window: LAST_12_MONTHS },
  },
  {
    key: "foundation_people",
    name: "People with a foundation certificate",
    unit: "count",
    betterWhen: "higher",
    source: { kind: "certifiedPeople", minLevel: 1 },
  },
  {
    key: "advanced_people",
    name: "People with an advanced certificate",
    unit: "count",
    betterWhen: "higher",
    source: { kind: "certifiedPeople", minLevel: 2 },
  },
  {
    key: "expert_people",
    name: "People with an expert certificate",
    unit: "count",
    betterWhen: "higher",
    source: { kind: "certifiedPeople", minLevel: 3 },
  },
  {
    key: "deployments",
    name: "Deployments",
    unit: "count",
    betterWhen: "higher",
    source: { kind: "observation", metric: "deployments", aggregate: "sum", window: LAST_12_MONTHS },
  },
  {
    key: "usage_growth",
    name: "Growth of usage at customers",
    unit: "percent",
    betterWhen: "higher",
    source: { kind: "observation", metric: "usage_growth", aggregate: "latest", window: { kind: "trailingMonths", months: 3 } },
  },
  {
    key: "sourced_pipeline",
    name: "Open pipeline that the partner sourced",
    unit: "money",
    betterWhen: "higher",
    source: { kind: "openPipeline", origin: "sourced" },
  },
];

function entitlements(): Program["entitlements"] {
  return totalEntitlements(
    ["member", "designated", "specialist"],
    [
      {
        key: "badge",
        name: "Badge and place in the partner finder",
        kind: "coMarketing",
        type: "included",
        outcome: "Customers find who can do what.",
        owner: "Partner marketing",
      },
      {
        key: "market_development",
        name: "Market development funds",
        kind: "mdf",
        type: "amount",
        per: "quarter",
        limits: { least: 0, most: 50_000 },
        outcome: "Campaigns that bring sourced pipeline.",
        owner: "Partner marketing",
      },
      {
        key: "advice",
        name: "Answer of a solution architect",
        kind: "conciergeSupport",
        type: "time",
        unit: "days",
        limits: { least: 1, most: 10 },
        outcome: "Designs are right before they are sold.",
        owner: "Partner engineering",
      },
      {
        key: "licences",
        name: "Licences for own use",
        kind: "enablement",
        type: "level",
        levels: [
          { key: "five", name: "5 seats" },
          { key: "twenty_five", name: "25 seats" },
          { key: "hundred", name: "100 seats" },
        ],
        outcome: "Partners work with what they sell.",
        owner: "Partner operations",
      },
    ],
    {
      member: { badge: null, market_development: null, advice: null, licences: "five" },
      designated: { badge: true, market_development: 5_000, advice: 5, licences: "twenty_five" },
      specialist: { badge: true, market_development: 15_000, advice: 2, licences: "hundred" },
    },
  );
}
