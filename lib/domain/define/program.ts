import { z } from "zod";
import { Quantity } from "../shared/quantity";
import { Entitlements } from "./benefit";
import { Capacity } from "./capacity";
import { CoverageRule } from "./coverage-rule";
import { Effort } from "./effort";
import { FundRule } from "./fund";
import { Key, MetricDefinition } from "./metric";
import { PeerGroup } from "./peer-group";
import { LIMITS, MOST_WEIGHT } from "./program-limits";
import { Readings } from "./readings";
import { RobustnessRule } from "./robustness-rule";

/** Points of a score or a node: 0 to 100 unless a `sum` group's children say otherwise. */
const Points = z.number().min(0).max(1000);

const CurvePoint = z.strictObject({ value: Quantity, points: Points });
/**
 * How a metric's value becomes points.
 * - `linear`, `log`: 0 at `zeroAt`, 100 at `fullAt`, flat outside; falling when `fullAt` < `zeroAt`.
 * - `points`: piecewise linear through the points, flat outside.
 * - `steps`: the points of the last step whose `from` is <= value; `below` before the first (each step is half-open, [from, next from)).
 * - `perUnit`: `points` for each whole or part unit, at most `cap`.
 * - `percentile`, `rank`, `zscore`, `minmax`: relative to the values of the peer group's partners that have data, in the same run.
 */
export const Curve = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("linear"), zeroAt: Quantity, fullAt: Quantity }),
  z.strictObject({ kind: z.literal("log"), zeroAt: Quantity.positive(), fullAt: Quantity.positive() }),
  z.strictObject({ kind: z.literal("points"), points: z.array(CurvePoint).min(2).max(LIMITS.curvePoints) }),
  z.strictObject({
    kind: z.literal("steps"),
    below: Points,
    steps: z
      .array(z.strictObject({ from: Quantity, points: Points }))
      .min(1)
      .max(LIMITS.curveSteps),
  }),
  z.strictObject({ kind: z.literal("perUnit"), points: Quantity.positive(), cap: Points }),
  z.strictObject({ kind: z.literal("percentile"), peers: PeerGroup }),
  z.strictObject({ kind: z.literal("rank"), peers: PeerGroup }),
  z.strictObject({ kind: z.literal("zscore"), peers: PeerGroup, zeroAt: Quantity, fullAt: Quantity }),
  z.strictObject({ kind: z.literal("minmax"), peers: PeerGroup }),
]);
export type Curve = z.infer<typeof Curve>;

/** What a criterion does without data: there is no silent zero. */
export const MissingRule = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("zero") }),
  z.strictObject({ rule: z.literal("reweight") }),
  z.strictObject({ rule: z.literal("value"), points: Points }),
  z.strictObject({ rule: z.literal("unscored") }),
]);
export type MissingRule = z.infer<typeof MissingRule>;

export const Comparison = z.enum([">=", ">", "<=", "<", "="]);
export type Comparison = z.infer<typeof Comparison>;

/** A condition that is not points. Leaves without data are neither met nor short: they are `no_data` (Kleene's three values). */
export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | { readonly kind: "score"; readonly atLeast: number }
  | { readonly kind: "node"; readonly node: string; readonly atLeast: number }
  | { readonly kind: "leavesAbove"; readonly node: string; readonly above: number }
  | { readonly kind: "metric"; readonly metric: string; readonly op: Comparison; readonly value: number }
  | { readonly kind: "attribute"; readonly attribute: string; readonly op: "in" | "notIn"; readonly values: readonly (string | number | boolean)[] };

const conditions = z.lazy(() => z.array(Condition).min(1).max(LIMITS.conditions));
export const Condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.enum(["all", "any"]), of: conditions }),
      z.strictObject({ kind: z.literal("atLeast"), count: z.int().min(1), of: conditions }),
      z.strictObject({ kind: z.literal("not"), condition: Condition }),
      z.strictObject({ kind: z.literal("score"), atLeast: Quantity }),
      z.strictObject({ kind: z.literal("node"), node: Key, atLeast: Quantity }),
      z.strictObject({ kind: z.literal("leavesAbove"), node: Key, above: Quantity }),
      z.strictObject({ kind: z.literal("metric"), metric: Key, op: Comparison, value: Quantity }),
      z.strictObject({
        kind: z.literal("attribute"),
        attribute: Key,
        op: z.enum(["in", "notIn"]),
        values: z
          .array(z.union([z.string(), z.number(), z.boolean()]))
          .min(1)
          .max(200),
      }),
    ]),
  )
  .meta({ id: "Condition" });

export const Combine = z.enum(["arithmetic", "geometric", "harmonic", "sum", "min", "max"]);
export type Combine = z.infer<typeof Combine>;

export type Criterion = {
  readonly kind: "criterion";
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  readonly metric: string;
  readonly curve: Curve;
  readonly missing: MissingRule;
};
/** The cap of a `sum` group that states none. */
export const DEFAULT_CAP = 100;

/**
 * `gate`: unless the condition is met, the group (or only the child named by `zeroes`) scores 0. `cap`: of a `sum` group.
 * `sum`, `min` and `max` groups do not use their children's weights.
 */
export type Group = {
  readonly kind: "group";
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  readonly combine: Combine;
  readonly cap?: number | undefined;
  readonly gate?: { readonly requires: Condition; readonly zeroes?: string | undefined } | undefined;
  readonly children: readonly ScoreNode[];
};
export type ScoreNode = Criterion | Group;

/** Weights are relative among siblings; they need not add up to 100. */
const Weight = z.number().min(0).max(MOST_WEIGHT);
export const ScoreNode: z.ZodType<ScoreNode> = z
  .lazy(() =>
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("criterion"),
        key: Key,
        name: z.string().min(1).max(120),
        weight: Weight,
        metric: Key,
        curve: Curve,
        missing: MissingRule,
      }),
      z.strictObject({
        kind: z.literal("group"),
        key: Key,
        name: z.string().min(1).max(120),
        weight: Weight,
        combine: Combine,
        cap: Points.optional(),
        gate: z.strictObject({ requires: Condition, zeroes: Key.optional() }).optional(),
        children: z.array(ScoreNode).min(1).max(LIMITS.children),
      }),
    ]),
  )
  .meta({ id: "ScoreNode" });

/** `requires: null` belongs to the lowest tier alone: it takes everyone. `capacity` is absent where a tier takes all who qualify. */
export const Tier = z.strictObject({ key: Key, name: z.string().min(1).max(60), requires: Condition.nullable(), capacity: Capacity.optional() });
export type Tier = z.infer<typeof Tier>;

/** When a movement may happen: at every run, or only at runs whose as-of date lies in one of these months (1 = January). */
const Reviews = z.union([z.literal("everyRun"), z.strictObject({ months: z.array(z.int().min(1).max(12)).min(1).max(12) })]);

export const Movement = z.strictObject({
  promoteAt: Reviews,
  demoteAt: Reviews,
  /** Consecutive missed reviews that are forgiven before a demotion: 0 demotes at the first miss. */
  graceReviews: z.int().min(0).max(12),
  /** Tiers a partner may rise or fall in one run; null means no limit. */
  maxStepsUp: z.int().min(1).max(20).nullable(),
  maxStepsDown: z.int().min(1).max(20).nullable(),
  /** A partner keeps its tier while its score is less than this many points short of the tier's score requirement. */
  holdMargin: z.number().min(0).max(50),
  /** A tier is kept until the end of the program year in which the partner last qualified for it, and so many years more; absent where it is not. */
  keep: z.strictObject({ programYears: z.int().min(0).max(3) }).optional(),
  /** Partners enrolled fewer than this many months before the as-of date enter at `tier`, whatever they qualify for. */
  newPartners: z.strictObject({ months: z.int().min(1).max(36), tier: Key }).nullable(),
});
export type Movement = z.infer<typeof Movement>;

/** Fiscal years begin on the first day of `startMonth` and are named by the year in which they end. */
export const FiscalCalendar = z.strictObject({ kind: z.literal("months"), startMonth: z.int().min(1).max(12) });
export type FiscalCalendar = z.infer<typeof FiscalCalendar>;

export const Currency = z.string().regex(/^[A-Z]{3}$/, "use a three-letter ISO 4217 code");
export type Currency = z.infer<typeof Currency>;

/** The rules of a program: immutable once published, versioned, effective-dated. DESIGN section 5. */
export const Program = z.strictObject({
  format: z.literal("tierline.program/1"),
  name: z.string().min(1).max(120),
  description: z.string().max(2000).optional(),
  currency: Currency,
  fiscalCalendar: FiscalCalendar,
  /** First month of the program year, 1 = January; absent where it is the fiscal year. */
  programYearStartMonth: z.int().min(1).max(12).optional(),
  /** Plan rates: major units of the program's currency for one major unit of `currency`. */
  exchangeRates: z.array(z.strictObject({ currency: Currency, rate: z.number().positive() })).max(LIMITS.exchangeRates),
  /** Scores are rounded half away from zero to this many decimals; tiers and ranks are decided on the rounded score. */
  scoreDecimals: z.int().min(0).max(4),
  metrics: z.array(MetricDefinition).min(1).max(LIMITS.metrics),
  score: ScoreNode,
  /** From the lowest to the highest. */
  tiers: z.array(Tier).min(1).max(LIMITS.tiers),
  /** `highestMet`: each tier stands alone; `ladder`: all lower tiers must be met too. */
  qualification: z.enum(["highestMet", "ladder"]),
  /** Absent where a partner is measured once. */
  readings: Readings.optional(),
  movement: Movement,
  /** What the tiers grant; absent while the program grants nothing. */
  entitlements: Entitlements.optional(),
  /** How budgets are shared among the partners; absent while none is. */
  funds: z.array(FundRule).min(1).max(LIMITS.funds).optional(),
  /** When a cell counts as covered; absent while the program does not say. */
  coverage: CoverageRule.optional(),
  /** What it takes to better a metric; absent while the program gives no advice. */
  effort: z.array(Effort).min(1).max(LIMITS.effort).optional(),
  /** What effort is counted in, as it follows a number: "days of work"; absent where it is a plain weight. */
  effortUnit: z.string().min(1).max(40).optional(),
  /** Absent where the default holds (DEFAULT_ROBUSTNESS). */
  robustness: RobustnessRule.optional(),
});
export type Program = z.infer<typeof Program>;
