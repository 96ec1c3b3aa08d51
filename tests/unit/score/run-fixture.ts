import type { MetricDefinition } from "../../../lib/domain/define/metric";
import type { Criterion, Group, Program, ScoreNode } from "../../../lib/domain/define/program";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { MetricInput, PartnerInput } from "../../../lib/domain/run-input";
import type { Decision, NodeResult } from "../../../lib/domain/score/decision";
import { IsoDate } from "../../../lib/domain/shared/iso-date";

export const day = (text: string) => IsoDate.parse(text);

/** A criterion whose points are its metric's value, 0 to 100; key and metric share a name. */
export function criterion(key: string, overrides: Partial<Criterion> = {}): Criterion {
  return {
    kind: "criterion",
    key,
    name: key,
    weight: 1,
    metric: key,
    curve: { kind: "linear", zeroAt: 0, fullAt: 100 },
    missing: { rule: "zero" },
    ...overrides,
  };
}

export function group(key: string, children: readonly ScoreNode[], overrides: Partial<Group> = {}): Group {
  return { kind: "group", key, name: key, weight: 1, combine: "arithmetic", children, ...overrides };
}

export function metric(key: string, overrides: Partial<MetricDefinition> = {}): MetricDefinition {
  return {
    key,
    name: key,
    unit: "number",
    betterWhen: "higher",
    source: { kind: "observation", metric: key, aggregate: "latest", window: { kind: "lifetime" } },
    ...overrides,
  };
}

/** One criterion `a`, metrics a to d, tiers bronze, silver (score 50) and gold (score 80), movement without any brake. */
export function program(overrides: Partial<Program> = {}): Program {
  return {
    format: "tierline.program/1",
    name: "Fixture",
    currency: "USD",
    fiscalCalendar: { kind: "months", startMonth: 1 },
    exchangeRates: [],
    scoreDecimals: 1,
    metrics: [metric("a"), metric("b"), metric("c"), metric("d")],
    score: criterion("a"),
    tiers: [
      { key: "bronze", name: "Bronze", requires: null },
      { key: "silver", name: "Silver", requires: { kind: "score", atLeast: 50 } },
      { key: "gold", name: "Gold", requires: { kind: "score", atLeast: 80 } },
    ],
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
  };
}

/** Metrics are given as plain values; null is no data, as is leaving one out. */
export function partner(code: string, values: Readonly<Record<string, number | null>> = {}, overrides: Partial<PartnerInput> = {}): PartnerInput {
  const metrics = Object.fromEntries(
    Object.entries(values).map(([key, value]): [string, MetricInput] => [key, { value, facts: value === null ? 0 : 1, from: null, until: null }]),
  );
  return {
    partner: code,
    attributes: {},
    enrolledOn: null,
    metrics,
    previous: null,
    override: null,
    latestFactOn: null,
    unmatchedBps: 0,
    ...overrides,
  };
}

/** The decision on one partner as of 2013-11-30. */
export function decisionOn(one: PartnerInput, rules: Program): Decision {
  const [decision] = evaluateRun({ program: rules, asOf: day("2013-11-30"), partners: [one] });
  if (decision === undefined) throw new Error("a run of one partner gave no decision");
  return decision;
}

export function nodeOf(decision: Decision, key: string): NodeResult {
  const node = decision.nodes.find((candidate) => candidate.key === key);
  if (node === undefined) throw new Error(`the decision has no node "${key}"`);
  return node;
}
