import { z } from "zod";
import { BenefitKind } from "@/lib/domain/define/benefit";
import { MetricUnit } from "@/lib/domain/define/metric";
import { Combine, Comparison, Curve } from "@/lib/domain/define/program";
import { RobustnessRule } from "@/lib/domain/define/robustness-rule";
import { GrantValue } from "@/lib/domain/entitle/grant-value";
import type { Check } from "@/lib/domain/score/decision";
import { MovementCode } from "./movement-group";
import { Override } from "./override";
import { Ref } from "./page";
import type { PartnerScorecard, StaffScorecard } from "./scorecard";

const Verdict = z.enum(["met", "short", "no_data"]);
const Fact = z.union([z.string(), z.number(), z.boolean()]);
export const Named = z.object({ key: z.string(), name: z.string() });
export type Named = z.infer<typeof Named>;

/** Why a tier's requirement is met or not, with have / need / gap at the leaves. */
const RequirementCheck: z.ZodType<Check> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.enum(["all", "any", "atLeast", "not"]),
      verdict: Verdict,
      count: z.number().int().exactOptional(),
      of: z.array(RequirementCheck),
    }),
    z.object({
      kind: z.enum(["score", "node", "metric"]),
      subject: z.string(),
      op: Comparison,
      verdict: Verdict,
      have: z.number().nullable(),
      need: z.number(),
      gap: z.number().nullable(),
    }),
    z.object({ kind: z.literal("leavesAbove"), subject: z.string(), verdict: Verdict, need: z.number(), failing: z.array(z.string()) }),
    z.object({
      kind: z.literal("attribute"),
      subject: z.string(),
      op: z.enum(["in", "notIn"]),
      verdict: Verdict,
      have: Fact.nullable(),
      values: z.array(Fact),
    }),
  ]),
);

const Seats = z.object({
  seats: z.number().int(),
  seated: z.boolean(),
  competing: z.number().int().nullable(),
  place: z.number().int().nullable(),
});

/** `ScorecardTier` as it crosses HTTP. */
export const TierAnswer = Named.extend({ verdict: Verdict, check: RequirementCheck.nullable(), seats: Seats.nullable() });

const Metric = z.object({
  ...Named.shape,
  description: z.string().nullable(),
  unit: MetricUnit,
  betterWhen: z.enum(["higher", "lower"]),
  value: z.number().nullable(),
  reason: z.enum(["no_facts", "undefined_base"]).nullable(),
  facts: z.number().int(),
  from: z.string().nullable(),
  until: z.string().nullable(),
});

const Node = z.object({
  ...Named.shape,
  parent: z.string().nullable(),
  depth: z.number().int(),
  weight: z.number(),
  points: z.number().nullable(),
  share: z.number().nullable(),
  contribution: z.number().nullable(),
  logContribution: z.number().nullable(),
  status: z.enum(["scored", "missing_zero", "missing_value", "left_out", "unscored", "gated"]),
  criterion: z
    .object({ metric: z.string(), value: z.number().nullable(), missing: z.enum(["zero", "reweight", "value", "unscored"]).nullable() })
    .exactOptional(),
  combine: Combine.exactOptional(),
  curve: Curve.exactOptional(),
  metric: Metric.exactOptional(),
});

/** `PartnerScorecard` as it crosses HTTP. */
export const PartnerScorecardAnswer = z.object({
  partner: Ref.extend({ type: z.string().nullable(), region: z.string() }),
  organization: z.object({ name: z.string(), isDemo: z.boolean() }),
  run: z.object({
    number: z.number().int(),
    asOf: z.string(),
    publishedAt: z.string().nullable(),
    status: z.enum(["draft", "published", "discarded"]),
  }),
  program: z.object({
    key: z.string(),
    name: z.string(),
    version: z.number().int(),
    currency: z.string(),
    rootCombine: z.string(),
    scoreDecimals: z.number().int(),
  }),
  reading: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("monthEnds"), last: z.number().int(), asOf: z.string() }),
      z.object({ kind: z.literal("regions"), region: Ref }),
    ])
    .nullable(),
  score: z.number().nullable(),
  tier: Named.extend({ rank: z.number().int(), of: z.number().int() }),
  qualified: Named,
  previous: Named.nullable(),
  movement: z.object({ code: MovementCode, steps: z.number().int(), missedReviews: z.number().int(), graceReviews: z.number().int() }),
  override: z.object({ tier: z.string(), reason: z.string(), expires: z.string() }).nullable(),
  confidence: z.object({
    coverage: z.number(),
    ageDays: z.number().nullable(),
    unmatchedBps: z.number(),
    level: z.enum(["high", "medium", "low"]),
  }),
  percentile: z.number().nullable(),
  nodes: z.array(Node),
  tiers: z.array(TierAnswer),
  history: z.array(
    z.object({
      run: z.number().int(),
      asOf: z.string(),
      tier: z.string(),
      tierName: z.string(),
      score: z.number().nullable(),
      movement: MovementCode,
    }),
  ),
  nodeNames: z.record(z.string(), z.string()),
  metrics: z.array(Metric),
  entitlements: z.array(Named.extend({ kind: BenefitKind, value: GrantValue.nullable(), next: GrantValue.nullable() })),
}) satisfies z.ZodType<PartnerScorecard>;

/** `StaffScorecard` as it crosses HTTP. */
export const StaffScorecardAnswer = PartnerScorecardAnswer.extend({
  rank: z.number().int().nullable(),
  partners: z.number().int(),
  distanceToCut: z.number().nullable(),
  robustness: z
    .object({
      stays: z.number().int(),
      variations: z.number().int(),
      rankBest: z.number().int().nullable(),
      rankWorst: z.number().int().nullable(),
      verdict: z.enum(["solid", "borderline"]),
      ...RobustnessRule.shape,
    })
    .nullable(),
  overrideOwner: z.string().nullable(),
  openOverride: Override.nullable(),
  inputHash: z.string(),
  knownAt: z.number().int(),
}) satisfies z.ZodType<StaffScorecard>;
