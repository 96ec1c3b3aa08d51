import { z } from "zod";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { pageOf, Ref } from "./page";

export const TierCount = z.object({ tier: z.string(), name: z.string(), rank: z.number().int(), partners: z.number().int(), before: z.number().int().nullable() });
export type TierCount = z.infer<typeof TierCount>;

export const Run = z.object({
  number: z.number().int(),
  status: z.enum(["draft", "published", "discarded"]),
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
  tiers: z.array(TierCount),
  movements: z.object({ promoted: z.number().int(), demoted: z.number().int(), entered: z.number().int(), held: z.number().int(), unchanged: z.number().int() }),
  borderline: z.number().int(),
  unscored: z.number().int(),
  note: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
});
export type Run = z.infer<typeof Run>;

export const RunPage = pageOf(Run);
export type RunPage = z.infer<typeof RunPage>;

export const RunRef = z.strictObject({ run: z.coerce.number().int().min(1) });

export const EvaluateRun = z.strictObject({
  program: z.string().default("main"),
  /** Absent: the version in effect at `asOf`. A draft version may be evaluated, but not published. */
  version: z.coerce.number().int().min(1).optional(),
  asOf: IsoDate,
  /** Absent: everything known now. */
  knownAt: z.coerce.number().int().min(0).optional(),
});
export type EvaluateRun = z.infer<typeof EvaluateRun>;

export const PublishRun = RunRef.extend({ note: z.string().max(500).optional() });

/** One partner whose tier, score or reason differs between a run and the run it follows. */
export const Move = z.object({
  partner: Ref,
  region: Ref,
  from: z.string().nullable(),
  to: z.string(),
  steps: z.number().int(),
  movement: z.string(),
  score: z.number().nullable(),
  scoreBefore: z.number().nullable(),
  /** The criteria that changed the score most, largest first: points of the criterion before and now. */
  drivers: z.array(z.object({ node: z.string(), name: z.string(), before: z.number().nullable(), now: z.number().nullable() })),
});
export type Move = z.infer<typeof Move>;

export const RunComparison = z.object({
  run: Run,
  base: Run.nullable(),
  /** Whether the base is still the last published run; false means it must be evaluated again before publishing. */
  upToDate: z.boolean(),
  /** Rows `from`, columns `to`: tier keys by number of partners. */
  matrix: z.array(z.object({ from: z.string().nullable(), to: z.string(), partners: z.number().int() })),
  moves: z.array(Move),
  tierNames: z.record(z.string(), z.string()),
});
export type RunComparison = z.infer<typeof RunComparison>;
