import fc from "fast-check";
import type { Capacity } from "../../../lib/domain/define/capacity";
import { checkProgram } from "../../../lib/domain/define/check-program";
import type { Effort } from "../../../lib/domain/define/effort";
import type { MetricDefinition } from "../../../lib/domain/define/metric";
import type { PeerGroup } from "../../../lib/domain/define/peer-group";
import type { Combine, Condition, Criterion, Curve, Group, Movement, Program, ScoreNode } from "../../../lib/domain/define/program";
import type { Readings } from "../../../lib/domain/define/readings";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { day, metric, partner, program } from "./run-fixture";

/** Metrics h0 to h2 are better when higher, l0 and l1 when lower. */
export const METRICS = ["h0", "h1", "h2", "l0", "l1"] as const;
type Metric = (typeof METRICS)[number];
const TIERS = ["t0", "t1", "t2", "t3"];
const COMBINES: readonly [Combine, ...Combine[]] = ["arithmetic", "geometric", "harmonic", "sum", "min", "max"];

export type ProgramShape = {
  readonly combines?: readonly [Combine, ...Combine[]];
  readonly gates?: boolean;
  readonly zscore?: boolean;
  readonly readings?: boolean;
  /** Whether criteria are placed among peers, and whether tiers have a capacity: whether partners matter to each other. */
  readonly peers?: boolean;
  readonly capacities?: boolean;
  /** Effort for some metrics, of at most five steps each. */
  readonly effort?: boolean;
  /** h0 is revenue, from which its growth h1 and h2, what it is for each unit of l0, follow. */
  readonly follows?: boolean;
};
/** Draws a whole number from 0 up to and without `below`. */
type Draw = (below: number) => number;

/** Small and repeatable: a failure names its seed, and a tree of choices from one seed is far quicker than a tree of arbitraries. */
function drawFrom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const pick = <Value>(draw: Draw, values: readonly [Value, ...Value[]]): Value => values[draw(values.length)] ?? values[0];
const whole = (draw: Draw, min: number, max: number): number => min + draw(max - min + 1);
const chance = (draw: Draw, oneIn: number): boolean => draw(oneIn) === 0;

/** Any program that may be published, within a shape. */
export function anyProgram(shape: ProgramShape = {}): fc.Arbitrary<Program> {
  const {
    combines = COMBINES,
    gates = true,
    zscore = true,
    readings = true,
    peers = true,
    capacities = true,
    effort = false,
    follows = false,
  } = shape;
  return fc
    .integer()
    .map((seed) => {
      const draw = drawFrom(seed);
      let nodes = 0;
      const tree = (depth: number): ScoreNode => {
        const key = `n${nodes++}`;
        const weight = whole(draw, 0, 5) / 2;
        if (depth === 0 || (depth < 3 && chance(draw, 3))) return anyCriterion(draw, key, weight, { peers, zscore });
        const children: [ScoreNode, ...ScoreNode[]] = [tree(depth - 1)];
        while (children.length < 4 && !chance(draw, 3)) children.push(tree(depth - 1));
        const gate = gates && chance(draw, 4) ? { gate: anyGate(draw, children) } : {};
        const combine = pick(draw, combines);
        const cap = combine === "sum" && chance(draw, 2) ? { cap: whole(draw, 20, 100) } : {};
        return { kind: "group", key, name: key, weight, combine, children, ...cap, ...gate };
      };
      const score = tree(3);
      const keys = Array.from({ length: nodes }, (_, i) => `n${i}`);
      return program({
        scoreDecimals: whole(draw, 0, 4),
        metrics: METRICS.map((key) => metric(key, { betterWhen: key.startsWith("h") ? "higher" : "lower", ...(follows && FOLLOWING[key]) })),
        score,
        tiers: TIERS.map((key, place) => ({
          ...{ key, name: key, requires: place === 0 ? null : anyCondition(draw, 2, { nodes: keys, score: true }) },
          ...(capacities && place > 0 && chance(draw, 3) ? { capacity: anyCapacity(draw) } : {}),
        })),
        ...(readings && chance(draw, 3)
          ? {
              readings: pick<Readings>(draw, [
                { kind: "monthEnds", last: 3 },
                { kind: "regions", level: 1 },
              ]),
            }
          : {}),
        programYearStartMonth: whole(draw, 1, 12),
        qualification: pick(draw, ["highestMet", "ladder"]),
        movement: {
          promoteAt: pick<Movement["promoteAt"]>(draw, ["everyRun", { months: [11] }, { months: [5] }]),
          demoteAt: pick<Movement["demoteAt"]>(draw, ["everyRun", { months: [11] }, { months: [5] }]),
          graceReviews: whole(draw, 0, 2),
          maxStepsUp: pick(draw, [null, 1, 2]),
          maxStepsDown: pick(draw, [null, 1, 2]),
          holdMargin: whole(draw, 0, 10),
          ...(chance(draw, 3) ? { keep: { programYears: whole(draw, 0, 1) } } : {}),
          newPartners: pick(draw, [null, { months: 6, tier: "t1" }]),
        },
        ...(effort ? { effort: anyEffort(draw) } : {}),
      });
    })
    .filter((candidate) => checkProgram(candidate).every(({ severity }) => severity !== "error"));
}

const LAST_MONTH = { kind: "trailingMonths", months: 1 } as const;
const FOLLOWING: Partial<Record<Metric, Partial<MetricDefinition>>> = {
  h0: { unit: "money", source: { kind: "posRevenue", window: LAST_MONTH } },
  h1: { unit: "percent", source: { kind: "posGrowth", window: LAST_MONTH } },
  h2: { source: { kind: "ratio", numerator: "h0", denominator: "l0", times: 1 } },
};

/** For one metric at least, and four at most. */
function anyEffort(draw: Draw): Effort[] {
  const efforts = METRICS.map((key): Effort => {
    const better = key.startsWith("h") ? 1 : -1;
    return {
      metric: key,
      step: whole(draw, 1, 60) / 2,
      effort: whole(draw, 1, 12) / pick(draw, [1, 4, 10]),
      leadDays: { first: whole(draw, 0, 60), each: whole(draw, 0, 20) },
      mostSteps: whole(draw, 1, 5),
      ...(chance(draw, 2) ? { withoutData: whole(draw, 0, 60) } : {}),
      ...(chance(draw, 3) ? { limit: better * whole(draw, 0, 120) } : {}),
    };
  });
  const least = draw(METRICS.length);
  return efforts.filter((_, place) => place === least || chance(draw, 2)).slice(0, 4);
}

function anyCapacity(draw: Draw): Capacity {
  return {
    limit: pick<Capacity["limit"]>(draw, [{ partners: whole(draw, 1, 4) }, { percent: whole(draw, 1, 100) }]),
    per: pick<PeerGroup>(draw, ["all", { attribute: "region" }]),
    ties: pick(draw, ["allIn", "noneIn"]),
  };
}

type CurveShape = { readonly peers: boolean; readonly zscore: boolean };

function anyCriterion(draw: Draw, key: string, weight: number, shape: CurveShape): Criterion {
  const source = pick(draw, METRICS);
  const missing = pick<Criterion["missing"]>(draw, [{ rule: "zero" }, { rule: "reweight" }, { rule: "value", points: 40 }, { rule: "unscored" }]);
  return { kind: "criterion", key, name: key, weight, metric: source, curve: anyCurve(draw, source.startsWith("h"), shape), missing };
}

function anyCurve(draw: Draw, rising: boolean, { peers: amongPeers, zscore }: CurveShape): Curve {
  const low = whole(draw, 1, 50);
  const high = low + whole(draw, 1, 50);
  const goalposts = rising ? { zeroAt: low, fullAt: high } : { zeroAt: high, fullAt: low };
  const heights = Array.from({ length: 3 }, () => whole(draw, 0, 100)).sort((a, b) => (rising ? a - b : b - a));
  const peers = pick<PeerGroup>(draw, ["all", { attribute: "region" }]);
  const own: [Curve, ...Curve[]] = [
    { kind: "linear", ...goalposts },
    { kind: "log", ...goalposts },
    { kind: "points", points: heights.map((points, i) => ({ value: low + i * 10, points })) },
    { kind: "steps", below: heights[0] ?? 0, steps: heights.slice(1).map((points, i) => ({ from: low + i * 10, points })) },
    rising ? { kind: "perUnit", points: low / 4, cap: 80 } : { kind: "linear", ...goalposts },
  ];
  if (!amongPeers) return pick(draw, own);
  return pick<Curve>(draw, [
    ...own,
    { kind: "percentile", peers },
    { kind: "rank", peers },
    { kind: "minmax", peers },
    zscore ? { kind: "zscore", peers, zeroAt: rising ? -1 : 1, fullAt: rising ? 1 : -1 } : { kind: "rank", peers },
  ]);
}

/** Of the whole group, by what its children earn, or of one child, by what the others earn: a step that earns nothing before others do. */
function anyGate(draw: Draw, children: readonly [ScoreNode, ...ScoreNode[]]): NonNullable<Group["gate"]> {
  const zeroes = chance(draw, 2) ? { zeroes: pick(draw, children).key } : {};
  const nodes = children.map(({ key }) => key).filter((key) => key !== zeroes.zeroes);
  return { requires: anyCondition(draw, 1, { nodes, score: false }), ...zeroes };
}

/** What a condition may look at beside metrics and attributes. */
type Sight = { readonly nodes: readonly string[]; readonly score: boolean };

function anyCondition(draw: Draw, depth: number, sight: Sight): Condition {
  const { nodes, score } = sight;
  const leaf = (): Condition =>
    pick<Condition>(draw, [
      { kind: "metric", metric: pick(draw, METRICS), op: pick(draw, [">=", ">", "<=", "<", "="]), value: whole(draw, -10, 110) },
      { kind: "attribute", attribute: "region", op: pick(draw, ["in", "notIn"]), values: ["north", 1] },
      ...(score ? [{ kind: "score" as const, atLeast: whole(draw, 0, 60) }] : []),
      ...(nodes.length === 0
        ? []
        : [
            { kind: "node" as const, node: nodes[draw(nodes.length)] ?? "", atLeast: whole(draw, 0, 40) },
            { kind: "leavesAbove" as const, node: nodes[draw(nodes.length)] ?? "", above: whole(draw, 0, 20) },
          ]),
    ]);
  if (depth === 0 || chance(draw, 2)) return leaf();
  const of = Array.from({ length: whole(draw, 1, 3) }, () => anyCondition(draw, depth - 1, sight));
  return pick<Condition>(draw, [
    { kind: "all", of },
    { kind: "any", of },
    { kind: "atLeast", count: whole(draw, 1, of.length), of },
    { kind: "not", condition: leaf() },
  ]);
}

const anyValue = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -1000, max: 12_000 }).map((n) => n / 100) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e15, -1e15, 1e-15, 0.1 + 0.2) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const anyState = fc.option(
  fc.record(
    {
      tier: fc.constantFrom(...TIERS, "gone"),
      since: fc.constant(day("2013-05-31")),
      missedReviews: fc.integer({ min: 0, max: 3 }),
      qualifiedOn: fc.constantFrom(day("2012-11-30"), day("2013-08-31")),
    },
    { requiredKeys: ["tier", "since", "missedReviews"] },
  ),
);

const anyOverride = fc.option(
  fc.record({
    tier: fc.constantFrom(...TIERS, "gone"),
    reason: fc.constant("r"),
    owner: fc.constant("o"),
    expires: fc.constantFrom(day("2013-11-30"), day("2014-01-01")),
  }),
  { freq: 5 },
);

const anyReadings = fc.option(
  fc
    .subarray(["2013-09-30", "2013-10-31"])
    .chain((keys) => fc.tuple(...keys.map((reading) => fc.record({ reading: fc.constant(reading), h0: anyValue, l0: anyValue })))),
  { nil: undefined, freq: 2 },
);

const anyDetails: fc.Arbitrary<Partial<PartnerInput>> = fc.record({
  attributes: fc.constantFrom<PartnerInput["attributes"][]>({ region: "north" }, { region: "south" }, { region: 1 }, { region: null }, {}),
  enrolledOn: fc.constantFrom(null, day("2000-01-01"), day("2013-10-01"), day("9999-12-31")),
  previous: anyState,
  override: anyOverride,
  latestFactOn: fc.constantFrom(null, day("2013-11-30"), day("0001-01-01")),
  unmatchedBps: fc.integer({ min: 0, max: 10_000 }),
});

/** Up to so many partners with any data for the metrics of `anyProgram`. */
export function anyPartnersUpTo(maxLength: number): fc.Arbitrary<PartnerInput[]> {
  return fc
    .array(fc.tuple(fc.record(Object.fromEntries(METRICS.map((key) => [key, anyValue]))), anyDetails, anyReadings), { maxLength, size: "max" })
    .map((drafts) =>
      drafts.map(([values, details, readings], i) =>
        partner(`p${i}`, values, {
          ...details,
          ...(readings && { readings: readings.map(({ reading, ...read }) => ({ reading, metrics: partner("", read).metrics })) }),
        }),
      ),
    );
}

export const anyPartners = anyPartnersUpTo(12);
