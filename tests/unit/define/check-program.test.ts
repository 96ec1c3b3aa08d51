import { describe, expect, it, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import type { MetricDefinition } from "../../../lib/domain/define/metric";
import type { Condition, Curve, Program } from "../../../lib/domain/define/program";
import { criterion, day, group, metric, program } from "../score/run-fixture";

const twelveMonths = { kind: "trailingMonths", months: 12 } as const;
const lower = metric("low", { betterWhen: "lower" });

const everyone: Program["tiers"] = [{ key: "low", name: "Low", requires: null }];
const withScore = (score: Program["score"], tiers = everyone) => program({ score, tiers, metrics: [...program().metrics, lower] });
const withCurve = (curve: Curve, key = "a") => withScore(group("root", [criterion("leaf", { metric: key, curve })]));
const withTop = (requires: Condition | null, score: Program["score"] = group("root", [criterion("a"), criterion("b")])) =>
  withScore(score, [...everyone, { key: "top", name: "Top", requires }]);
const withMetric = (overrides: Partial<MetricDefinition>) => program({ metrics: [...program().metrics, metric("m", overrides)] });
const withGate = (requires: Condition, zeroes?: string) =>
  withScore(
    group("root", [
      criterion("a"),
      group("pair", [criterion("b"), criterion("c")], { gate: { requires, ...(zeroes === undefined ? {} : { zeroes }) } }),
    ]),
  );
const deep = (levels: number): Program["score"] => (levels === 1 ? criterion("a") : group(`g${levels}`, [deep(levels - 1)]));
const deepCondition = (levels: number): Condition =>
  levels === 1 ? { kind: "score", atLeast: 1 } : { kind: "not", condition: deepCondition(levels - 1) };
const metricIs = (op: ">=" | ">" | "<=" | "<" | "=", value: number): Condition => ({ kind: "metric", metric: "a", op, value });
const regionIs = (op: "in" | "notIn", ...values: string[]): Condition => ({ kind: "attribute", attribute: "region", op, values });

const capacity = { limit: { partners: 1 }, per: "all" as const, ties: "noneIn" as const };
const effort = { metric: "a", step: 1, effort: 1, leadDays: { first: 0, each: 0 }, mostSteps: 10 };
const error = (path: string, code: string, detail: object = {}) => [{ path, severity: "error", code, ...detail }];
const warning = (path: string, code: string, detail: object = {}) => [{ path, severity: "warning", code, ...detail }];

describe("a program that contradicts itself", () => {
  test.each<[string, Program, unknown[]]>([
    [
      "has two metrics of one key",
      program({ metrics: [...program().metrics, metric("a")] }),
      error("metrics.a", "duplicate_key", { what: "metric", key: "a" }),
    ],
    [
      "has two nodes of one key",
      withScore(group("root", [criterion("a"), criterion("a")])),
      error("score.a", "duplicate_key", { what: "node", key: "a" }),
    ],
    [
      "has two tiers of one key",
      program({ tiers: [...program().tiers, { key: "gold", name: "Gold", requires: { kind: "score", atLeast: 90 } }] }),
      error("tiers.gold", "duplicate_key", { what: "tier", key: "gold" }),
    ],
    [
      "has two rates of one currency",
      program({
        exchangeRates: [
          { currency: "EUR", rate: 1 },
          { currency: "EUR", rate: 1 },
        ],
      }),
      error("exchangeRates.EUR", "duplicate_key", { what: "currency", key: "EUR" }),
    ],
    [
      "has a rate for its own currency",
      program({ exchangeRates: [{ currency: "USD", rate: 1 }] }),
      error("exchangeRates.USD", "duplicate_key", { what: "currency", key: "USD" }),
    ],
    [
      "divides an unknown metric",
      withMetric({ source: { kind: "ratio", numerator: "a", denominator: "zzz", times: 1 } }),
      error("metrics.m", "unknown_metric", { metric: "zzz" }),
    ],
    [
      "divides a ratio, here itself",
      withMetric({ source: { kind: "ratio", numerator: "a", denominator: "m", times: 1 } }),
      error("metrics.m", "ratio_of_ratio", { metric: "m", part: "m" }),
    ],
    [
      "counts the weeks of a lifetime",
      withMetric({ source: { kind: "posVelocity", of: "units", window: { kind: "lifetime" } } }),
      error("metrics.m", "velocity_without_length", { metric: "m" }),
    ],
    [
      "counts units by the week in money",
      withMetric({ unit: "money", source: { kind: "posVelocity", of: "units", window: twelveMonths } }),
      error("metrics.m", "unit_mismatch", { metric: "m", unit: "money", expected: "number" }),
    ],
    [
      "has a first rate that begins late",
      withMetric({ unit: "money", source: { kind: "posRevenue", window: twelveMonths, rates: [{ from: day("2013-07-01"), bps: 1 }] } }),
      error("metrics.m", "rates_without_beginning", { from: "2013-07-01" }),
    ],
    [
      "has rates that begin on the same day, and a second one from the beginning",
      withMetric({
        unit: "money",
        source: {
          kind: "posRevenue",
          window: twelveMonths,
          rates: [null, "2013-07-01", "2013-07-01", null].map((from) => ({ from: from === null ? null : day(from), bps: 1 })),
        },
      }),
      [...error("metrics.m", "rates_not_in_order", { from: "2013-07-01" }), ...error("metrics.m", "rates_not_in_order", { from: null })],
    ],
    [
      "has a capacity of its lowest tier",
      program({ tiers: program().tiers.map((tier) => (tier.key === "bronze" ? { ...tier, capacity } : tier)) }),
      error("tiers.bronze.capacity", "capacity_on_lowest"),
    ],
    [
      "has effort for an unknown metric",
      program({ effort: [{ ...effort, metric: "zzz" }] }),
      error("effort.zzz", "unknown_metric", { metric: "zzz" }),
    ],
    [
      "has effort for a metric that follows from another one with an effort",
      program({
        metrics: [metric("a"), metric("b"), metric("c"), metric("d", { source: { kind: "ratio", numerator: "a", denominator: "b", times: 1 } })],
        effort: [effort, { ...effort, metric: "d" }],
      }),
      warning("effort.d", "effort_follows", { metric: "d", from: "a" }),
    ],
    ["has effort twice", program({ effort: [effort, effort] }), error("effort.a", "duplicate_key", { what: "effort", key: "a" })],
    [
      "scores an unknown metric",
      withScore(group("root", [criterion("leaf", { metric: "zzz" })])),
      error("score.leaf", "unknown_metric", { metric: "zzz" }),
    ],
    [
      "requires an unknown metric",
      withTop({ kind: "any", of: [{ kind: "metric", metric: "zzz", op: "=", value: 1 }] }),
      error("tiers.top", "unknown_metric", { metric: "zzz" }),
    ],
    ["requires an unknown node", withTop({ kind: "node", node: "zzz", atLeast: 1 }), error("tiers.top", "unknown_node", { node: "zzz" })],
    [
      "requires leaves of an unknown node",
      withTop({ kind: "leavesAbove", node: "zzz", above: 1 }),
      error("tiers.top", "unknown_node", { node: "zzz" }),
    ],
    [
      "lets new partners enter at an unknown tier",
      program({ movement: { ...program().movement, newPartners: { months: 6, tier: "zzz" } } }),
      error("movement.newPartners", "unknown_tier", { tier: "zzz" }),
    ],
    ["weighs nothing", withScore(group("root", [criterion("a", { weight: 0 })])), error("score", "weights_all_zero")],
    [
      "weighs next to nothing",
      withScore(group("root", [criterion("a", { weight: 1e-7 }), criterion("b", { weight: 1e-6 })])),
      error("score.a", "weight_too_small", { weight: 1e-7, least: 1e-6 }),
    ],
    ["has a tree deeper than ten", withScore(deep(11)), error("score.g10.g9.g8.g7.g6.g5.g4.g3.g2.a", "too_deep", { limit: 10 })],
    ["has a condition deeper than ten", withTop(deepCondition(11)), error("tiers.top", "too_deep", { limit: 10 })],
    ["caps a mean", withScore(group("root", [criterion("a")], { cap: 50 })), error("score", "cap_without_sum")],
    [
      "scores above 100",
      withScore(criterion("a", { curve: { kind: "perUnit", points: 1, cap: 120 } })),
      error("score", "points_above_100", { most: 120 }),
    ],
    [
      "gives more than 100 to a mean",
      withScore(group("root", [group("track", [criterion("a"), criterion("b")], { combine: "sum", cap: 150 }), criterion("c", { weight: 9 })])),
      [...error("score", "points_above_100", { most: 105 }), ...error("score.track", "points_above_100", { most: 150 })],
    ],
    ["has one goalpost", withCurve({ kind: "linear", zeroAt: 5, fullAt: 5 }), error("score.leaf", "goalposts_equal", { value: 5 })],
    ["has one goalpost of a logarithm", withCurve({ kind: "log", zeroAt: 5, fullAt: 5 }), error("score.leaf", "goalposts_equal", { value: 5 })],
    [
      "has one goalpost of a zscore",
      withCurve({ kind: "zscore", peers: "all", zeroAt: 1, fullAt: 1 }),
      error("score.leaf", "goalposts_equal", { value: 1 }),
    ],
    [
      "has overlapping steps",
      withCurve({
        kind: "steps",
        below: 0,
        steps: [
          { from: 1, points: 10 },
          { from: 1, points: 20 },
        ],
      }),
      error("score.leaf", "not_increasing", { value: 1 }),
    ],
    [
      "has unsorted points",
      withCurve({
        kind: "points",
        points: [
          { value: 2, points: 0 },
          { value: 1, points: 10 },
        ],
      }),
      error("score.leaf", "not_increasing", { value: 1 }),
    ],
    [
      "falls where higher is better",
      withCurve({ kind: "linear", zeroAt: 10, fullAt: 5 }),
      error("score.leaf", "curve_against_metric", { metric: "a", betterWhen: "higher" }),
    ],
    [
      "falls on the way where higher is better",
      withCurve({
        kind: "points",
        points: [
          { value: 1, points: 0 },
          { value: 2, points: 50 },
          { value: 3, points: 40 },
        ],
      }),
      error("score.leaf", "curve_against_metric", { metric: "a", betterWhen: "higher" }),
    ],
    [
      "steps down from its start where higher is better",
      withCurve({ kind: "steps", below: 10, steps: [{ from: 1, points: 5 }] }),
      error("score.leaf", "curve_against_metric", { metric: "a", betterWhen: "higher" }),
    ],
    [
      "earns by the unit where lower is better",
      withCurve({ kind: "perUnit", points: 1, cap: 50 }, "low"),
      error("score.leaf", "curve_against_metric", { metric: "low", betterWhen: "lower" }),
    ],
    [
      "counts money as a number",
      withMetric({ source: { kind: "posRevenue", window: twelveMonths } }),
      error("metrics.m", "unit_mismatch", { metric: "m", unit: "number", expected: "money" }),
    ],
    [
      "grows over a lifetime",
      withMetric({ unit: "percent", source: { kind: "posGrowth", window: { kind: "lifetime" } } }),
      error("metrics.m", "growth_without_prior", { metric: "m" }),
    ],
    ["gates by the score it makes", withGate({ kind: "score", atLeast: 1 }), error("score.pair", "gate_uses_score")],
    ["gates a group by itself", withGate({ kind: "node", node: "pair", atLeast: 1 }), error("score.pair", "gate_depends_on_itself")],
    [
      "gates a group by its parent",
      withGate({ kind: "not", condition: { kind: "leavesAbove", node: "root", above: 1 } }),
      error("score.pair", "gate_depends_on_itself"),
    ],
    ["gates a child by itself", withGate({ kind: "node", node: "b", atLeast: 1 }, "b"), error("score.pair", "gate_depends_on_itself")],
    ["zeroes a child it does not have", withGate(metricIs(">=", 1), "zzz"), error("score.pair", "unknown_child", { child: "zzz" })],
    [
      "has a gate that never opens",
      withGate({ kind: "node", node: "a", atLeast: 101 }),
      error("score.pair", "gate_never_met", { subject: "a", need: 101, most: 100 }),
    ],
    ["has a name of blanks", program({ name: " \u3000\u200b" }), error("name", "name_blank")],
    ["has a name in two lines", withMetric({ name: "Sales\nof all" }), error("metrics.m", "name_not_seen")],
    [
      "has parts whose names cannot be read",
      withScore(group("root", [group("pair", [criterion("b", { name: " " }), criterion("c")], { name: "\u202edoog" })])),
      [...error("score.pair", "name_not_seen"), ...error("score.pair.b", "name_blank")],
    ],
    [
      "has a tier that is read backwards",
      program({ tiers: [{ key: "low", name: "\u202eeertsigeR", requires: null }] }),
      error("tiers.low", "name_not_seen"),
    ],
    [
      "calls two tiers by one name",
      program({
        tiers: [
          { key: "low", name: "Gold", requires: null },
          { key: "top", name: " gOLD", requires: metricIs(">=", 1) },
        ],
      }),
      error("tiers.top", "tier_name_taken", { name: " gOLD" }),
    ],
    [
      "asks something of its lowest tier",
      program({ tiers: [{ key: "low", name: "Low", requires: { kind: "score", atLeast: 1 } }] }),
      error("tiers.low", "lowest_tier_requires"),
    ],
    ["asks nothing of a higher tier", withTop(null), error("tiers.top", "tier_requires_nothing")],
    [
      "counts more children than there are",
      withTop({ kind: "atLeast", count: 2, of: [metricIs(">=", 1)] }),
      error("tiers.top", "count_above_children", { count: 2, children: 1 }),
    ],
    [
      "has a tier above 100",
      withTop({ kind: "score", atLeast: 100.5 }),
      error("tiers.top", "tier_unreachable", { subject: "score", need: 100.5, most: 100 }),
    ],
    [
      "has a tier above what its curves can give",
      withTop(
        { kind: "all", of: [{ kind: "score", atLeast: 80 }, metricIs(">=", 1)] },
        group("root", [criterion("a"), criterion("b", { curve: { kind: "perUnit", points: 1, cap: 50 } })]),
      ),
      error("tiers.top", "tier_unreachable", { subject: "score", need: 80, most: 75 }),
    ],
    [
      "has a tier above a cap",
      withTop({ kind: "node", node: "root", atLeast: 61 }, group("root", [criterion("a")], { combine: "sum", cap: 60 })),
      error("tiers.top", "tier_unreachable", { subject: "root", need: 61, most: 60 }),
    ],
    [
      "wants leaves above what they can have",
      withTop(
        { kind: "leavesAbove", node: "root", above: 50 },
        group("root", [criterion("a"), criterion("b", { curve: { kind: "perUnit", points: 1, cap: 50 } })]),
      ),
      error("tiers.top", "tier_unreachable", { subject: "b", need: 50, most: 50 }),
    ],
    ...(
      [
        [metricIs(">=", 10), metricIs("<", 10)],
        [metricIs("<=", 9), metricIs(">", 9)],
        [metricIs("=", 9), metricIs("=", 10)],
        [metricIs("=", 9), { kind: "all", of: [metricIs(">", 9), metricIs("<", 20)] }],
      ] satisfies Condition[][]
    ).map((of): [string, Program, unknown[]] => [
      `compares against itself: ${JSON.stringify(of)}`,
      withTop({ kind: "all", of }),
      error("tiers.top", "tier_unreachable", { subject: "a", need: null, most: null }),
    ]),
    ...(
      [
        [regionIs("in", "n"), regionIs("in", "s")],
        [regionIs("in", "n"), regionIs("notIn", "n", "s")],
      ] satisfies Condition[][]
    ).map((of): [string, Program, unknown[]] => [
      `wants two attributes at once: ${JSON.stringify(of)}`,
      withTop({ kind: "all", of }),
      error("tiers.top", "tier_unreachable", { subject: "region", need: null, most: null }),
    ]),
  ])("%s", (_name, rules, issues) => {
    expect(checkProgram(rules)).toEqual(issues);
  });

  it("is told apart when only some alternatives are impossible", () => {
    const impossible: Condition = { kind: "score", atLeast: 101 };
    const possible: Condition = metricIs(">=", 1);
    expect(checkProgram(withTop({ kind: "any", of: [impossible, possible] }))).toEqual([]);
    expect(checkProgram(withTop({ kind: "atLeast", count: 1, of: [impossible, possible] }))).toEqual([]);
    expect(checkProgram(withTop({ kind: "any", of: [impossible, impossible] }))).toHaveLength(1);
    expect(checkProgram(withTop({ kind: "atLeast", count: 2, of: [impossible, possible] }))).toHaveLength(1);
  });

  it("is warned, not refused, for a rule that does nothing", () => {
    const rules = withScore(group("root", [criterion("a", { missing: { rule: "reweight" } })], { combine: "sum" }));
    expect(checkProgram(rules)).toEqual([{ path: "score.a", severity: "warning", code: "reweight_without_weights" }]);
  });
});

describe("a program in order", () => {
  test.each([
    ["the default", defaultProgram("EUR")],
    ["the fixture", program()],
    ["a tree of depth ten", withScore(deep(10))],
    ["a sum without a cap", withScore(group("root", [criterion("a")], { combine: "sum" }))],
    [
      "weights whose mean of 100s has binary noise",
      withScore(
        group(
          "root",
          ["a", "b", "c"].map((key, i) => criterion(key, { weight: [89.3, 27.4, 24.2][i] ?? 0 })),
        ),
      ),
    ],
    ["a falling curve where lower is better", withCurve({ kind: "linear", zeroAt: 10, fullAt: 5 }, "low")],
    [
      "a curve above 100 in a capped sum",
      withScore(group("root", [criterion("a", { curve: { kind: "perUnit", points: 5, cap: 300 } })], { combine: "sum" })),
    ],
    ["a gate on what its own children earn", withGate({ kind: "node", node: "b", atLeast: 1 })],
    ["a gate between children", withGate({ kind: "leavesAbove", node: "b", above: 0 }, "c")],
    ["a range of one metric", withTop({ kind: "all", of: [metricIs(">=", 10), metricIs("<=", 10)] })],
    [
      "a score that only a left-out criterion allows",
      withTop(
        { kind: "score", atLeast: 90 },
        group("root", [criterion("a"), criterion("b", { missing: { rule: "reweight" }, curve: { kind: "perUnit", points: 1, cap: 10 } })]),
      ),
    ],
  ])("%s has no issues", (_name, rules) => {
    expect(checkProgram(rules)).toEqual([]);
  });
});
