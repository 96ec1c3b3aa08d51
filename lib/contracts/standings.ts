import { z } from "zod";
import { pageOf, Ref } from "./page";
import { Run } from "./run";

export const StandingsSort = z.enum(["rank", "name", "score", "tier", "region", "movement"]);
export type StandingsSort = z.infer<typeof StandingsSort>;

/** Everything the standings page keeps in its URL. */
export const StandingsQuery = z.strictObject({
  run: z.coerce.number().int().min(1).optional(),
  search: z.string().max(100).optional(),
  tier: z.string().max(64).optional(),
  region: z.string().max(64).optional(),
  type: z.string().max(100).optional(),
  movement: z.enum(["promoted", "demoted", "entered", "held", "unchanged", "overridden"]).optional(),
  borderline: z.coerce.boolean().optional(),
  sort: StandingsSort.default("rank"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type StandingsQuery = z.infer<typeof StandingsQuery>;

export const StandingsRow = z.object({
  partner: Ref,
  region: Ref,
  type: z.string().nullable(),
  rank: z.number().int().nullable(),
  score: z.number().nullable(),
  tier: z.string(),
  tierName: z.string(),
  tierRank: z.number().int(),
  previousTier: z.string().nullable(),
  previousTierName: z.string().nullable(),
  movement: z.string(),
  steps: z.number().int(),
  qualified: z.string(),
  distanceToCut: z.number().nullable(),
  borderline: z.boolean(),
  overridden: z.boolean(),
  confidence: z.enum(["high", "medium", "low"]),
});
export type StandingsRow = z.infer<typeof StandingsRow>;

export const Standings = z.object({
  run: Run,
  rows: z.array(StandingsRow),
  page: z.number().int(),
  pages: z.number().int(),
  /** Of the filtered rows. */
  total: z.number().int(),
  averageScore: z.number().nullable(),
  /** What the filters can be set to in this run. */
  choices: z.object({ tiers: z.array(Ref), regions: z.array(Ref), types: z.array(z.string()) }),
});
export type Standings = z.infer<typeof Standings>;

export const DecisionPage = pageOf(StandingsRow);
