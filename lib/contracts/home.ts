import { z } from "zod";
import { Fund } from "./fund";
import { ImportBatch } from "./import-batch";
import { Override } from "./override";
import { ProgramKey } from "./program";
import { Move, Run } from "./run";
import { SampleData } from "./sample-data";
import { StandingsRow } from "./standings";

export const HomeQuery = z.strictObject({ program: ProgramKey });

/** What a manager sees first. `steps` leads a new organization to its first result. */
export const Home = z.object({
  organization: z.object({ name: z.string(), isDemo: z.boolean() }),
  steps: z.object({
    regions: z.boolean(),
    products: z.boolean(),
    partners: z.boolean(),
    pos: z.boolean(),
    program: z.boolean(),
    published: z.boolean(),
  }),
  current: Run.nullable(),
  sample: SampleData,
  /** Whether who asks may load and remove the sample data. */
  maySample: z.boolean(),
  /** The newest draft, unless it was overtaken. */
  draft: Run.nullable(),
  /** The largest moves of the current run, promotions and demotions. */
  moves: z.array(Move),
  /** Closest to a cut-off, closest first. */
  borderline: z.array(StandingsRow),
  /** Batches that wait for someone's word, failed, or hold parked rows. */
  attention: z.array(ImportBatch),
  /** Overrides in force that expire within EXPIRES_SOON_DAYS, the next one first. */
  expiring: z.array(Override),
  /** Business date of the latest POS line; null without any. */
  dataThrough: z.string().nullable(),
  /** Partners that missed a review and keep their tier for now: it falls when their grace is used up. */
  inGrace: z.number().int(),
  tierNames: z.record(z.string(), z.string()),
  /** The funds of the last periods, newest first; null for those who allocate none. */
  funds: z.array(Fund).nullable(),
});
export type Home = z.infer<typeof Home>;
