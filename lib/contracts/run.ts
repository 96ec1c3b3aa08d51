import { z } from "zod";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { MovementCode, MovementGroup } from "./movement-group";
import { PageQuery, pageOf, Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";

/** Partners in a tier, and those that were in it in the run before; null without one. `rank` is 0 for the lowest. */
export const TierCount = z.object({
  tier: z.string(),
  name: z.string(),
  rank: z.number().int(),
  partners: z.number().int(),
  before: z.number().int().nullable(),
  /** The lowest score that the tier asks for; null when it asks for none, and of runs that did not note it. */
  cut: z.number().nullable().default(null),
});
export type TierCount = z.infer<typeof TierCount>;

/** Counts that are stored with a run, so that it can be shown without reading its decisions. */
export const RunSummary = z.object({
  /** Lowest first. */
  tiers: z.array(TierCount),
  /** Partners by movement: together they are all partners. */
  movements: z.record(MovementGroup, z.number().int()),
  /** Partners whose tier hangs on the exact weights; of runs that did not measure that, partners close to a cut. */
  borderline: z.number().int(),
  unscored: z.number().int(),
  /** Partners with a score of 0; null of runs that did not note it. */
  zero: z.number().int().nullable().default(null),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const Run = RunSummary.extend({
  number: z.number().int(),
  status: z.enum(["draft", "published", "discarded"]),
  /** A draft that cannot be published, because another run was after it was evaluated. */
  overtaken: z.boolean(),
  asOf: z.string(),
  /** Sequence of the last import batch that was known. */
  knownAt: z.number().int(),
  program: z.object({ key: z.string(), name: z.string(), version: z.number().int() }),
  /** Number of the run it follows; null for the first. */
  base: z.number().int().nullable(),
  engineVersion: z.string(),
  inputHash: z.string(),
  resultHash: z.string(),
  partners: z.number().int(),
  note: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type Run = z.infer<typeof Run>;

export const RunPage = pageOf(Run);
export type RunPage = z.infer<typeof RunPage>;

export const RunRef = z.strictObject({ run: RowNumber });

export const EvaluateRun = z.strictObject({
  program: ProgramKey,
  /** Absent: the version in effect at `asOf`. A draft version may be evaluated, but not published. */
  version: RowNumber.optional(),
  asOf: IsoDate,
  /** Absent: everything known now. */
  knownAt: z.coerce.number().int().min(0).optional(),
});
export type EvaluateRun = z.infer<typeof EvaluateRun>;

export const PublishRun = RunRef.extend({ note: z.string().max(500).optional() });

/** One partner whose tier changes against the run followed, or is kept or limited by a movement rule or an override. */
export const Move = z.object({
  partner: Ref,
  region: Ref,
  from: z.string().nullable(),
  to: z.string(),
  steps: z.number().int(),
  /** Tiers moved against the review before, which the rules of movement look at; `steps` of a restatement are against the run it restates. */
  reviewSteps: z.number().int(),
  movement: MovementCode,
  /** Key of the tier that its figures qualify for; the rules of movement may have kept it from it. */
  qualified: z.string(),
  /** Reviews missed in a row, of those that grace forgives. Both 0 where there is no grace. */
  missedReviews: z.number().int(),
  graceReviews: z.number().int(),
  score: z.number().nullable(),
  scoreBefore: z.number().nullable(),
  /** The criteria that changed the score most, largest first: points of the criterion before and now. */
  drivers: z.array(z.object({ node: z.string(), name: z.string(), before: z.number().nullable(), now: z.number().nullable() })),
});
export type Move = z.infer<typeof Move>;

export const MOVES_SHOWN = 200;

export const RunComparison = z.object({
  run: Run,
  base: Run.nullable(),
  /** Business date of the newest POS line that the run could know; null without any. */
  dataThrough: z.string().nullable(),
  /** The base is as of the same day: this run corrects it, and both are one review. */
  restates: z.boolean(),
  /** Rows `from` (null: not in the run before), columns `to`: tier keys by number of partners, zero left out. */
  matrix: z.array(z.object({ from: z.string().nullable(), to: z.string(), partners: z.number().int() })),
  /** The largest moves first, at most MOVES_SHOWN of `movesTotal`. Empty for a first run, which has nobody to move. */
  moves: z.array(Move),
  movesTotal: z.number().int(),
  tierNames: z.record(z.string(), z.string()),
});
export type RunComparison = z.infer<typeof RunComparison>;

export const RunDecisionsQuery = RunRef.extend(PageQuery.shape);
export type RunDecisionsQuery = z.infer<typeof RunDecisionsQuery>;
