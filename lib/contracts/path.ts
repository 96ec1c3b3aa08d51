import { z } from "zod";
import { MetricSource, MetricUnit } from "@/lib/domain/define/metric";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { PartnerCode, Ref } from "./page";
import { OwnScorecardQuery } from "./scorecard";
import { Named, TierAnswer } from "./scorecard-answer";

/**
 * `tier`: the key of a tier; absent for the one held where the figures no longer qualify for it, else for the next one. `by`: the day by
 * which it should count; absent for the next review.
 */
export const OwnPathQuery = OwnScorecardQuery.extend({ tier: z.string().min(1).max(64).optional(), by: IsoDate.optional() });
export type OwnPathQuery = z.infer<typeof OwnPathQuery>;

export const PathQuery = OwnPathQuery.extend({ partner: PartnerCode });
export type PathQuery = z.infer<typeof PathQuery>;

const PathMetric = Named.extend({
  unit: MetricUnit,
  betterWhen: z.enum(["higher", "lower"]),
  /** What it measures, as the program says it. */
  source: MetricSource,
  /** Null is no data. */
  from: z.number().nullable(),
  to: z.number().nullable(),
});
export type PathMetric = z.infer<typeof PathMetric>;

/** What to do about one metric. */
const PathStep = PathMetric.extend({
  to: z.number(),
  /** Days until it counts. */
  leadDays: z.number().int(),
  /** In the program's unit of effort; null for the partner, as all effort is. */
  effort: z.number().nullable(),
});
export type PathStep = z.infer<typeof PathStep>;

/** Steps that together qualify for the tier, worked on side by side. */
const PathWay = z.object({
  steps: z.array(PathStep),
  /** Other metrics that move along, because they are worked out from those. */
  follows: z.array(PathMetric),
  effort: z.number().nullable(),
  /** Whether no way takes less effort. */
  easiest: z.boolean(),
  leadDays: z.number().int(),
  /** The first day on which all of it counts. */
  countsOn: z.string(),
  /** The first review at which it counts. */
  review: z.string(),
  /** Whether it counts by the day asked for. */
  inTime: z.boolean(),
  /** The score then; null when there is none. */
  score: z.number().nullable(),
  /** The tier qualified for then: the one asked for, or a higher one. */
  qualifies: Named,
});
export type PathWay = z.infer<typeof PathWay>;

export const PathKind = z.enum([
  "highest", // it is in the highest tier, and qualifies for it
  "reached", // its figures qualify already: only the rules of movement are between
  "seats_taken", // it meets what the tier asks, and others have the seats
  "depends_on_others", // nothing can be said without the figures of others
  "no_effort", // the program does not say what it takes to better a metric
  "too_complex", // more combinations than can be looked at: no advice rather than a wrong one
  "paths", // there are ways
  "out_of_reach", // even with everything bettered as far as can be hoped for it falls short
]);
export type PathKind = z.infer<typeof PathKind>;

/** What a partner can do to qualify for a tier, everything else being as it was in the run. */
export const PathAnswer = z.object({
  partner: Ref,
  run: z.object({ number: z.number().int(), asOf: z.string() }),
  program: z.object({
    ...{ key: z.string(), name: z.string(), version: z.number().int(), currency: z.string() },
    scoreDecimals: z.number().int(),
    /** As it follows a number; null where effort is a plain weight, and for the partner. */
    effortUnit: z.string().nullable(),
  }),
  kind: PathKind,
  /** Null in the highest one. */
  tier: Named.nullable(),
  /** The day by which it should count. Null in the highest tier. */
  by: z.string().nullable(),
  /** Whether that day was asked for; else it is the next review. */
  isByAsked: z.boolean(),
  /** Cheapest first. Empty for every kind but `paths`. */
  ways: z.array(PathWay),
  /** Where no way is in time: the first review at which one can count. Null when one is, or when that could not be found out. */
  firstReview: z.string().nullable(),
  /** Tiers that are not met even with everything bettered. Empty for every kind but `out_of_reach`. */
  missing: z.array(TierAnswer),
  /** What became of criteria among peers and of seats: there are none; as the others are in the run; or left out, for the partner and in large runs. */
  others: z.enum(["none", "as_they_are", "left_out"]),
  /** Whether the tier has seats that partners compete for. */
  hasSeats: z.boolean(),
});
export type PathAnswer = z.infer<typeof PathAnswer>;
