import { z } from "zod";
import { MovementCode, MovementFilter } from "./movement-group";
import { pageOf, Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";
import { Run } from "./run";

export const StandingsSort = z.enum(["rank", "name", "score", "tier", "region", "movement"]);
export type StandingsSort = z.infer<typeof StandingsSort>;

/** Which rows of a run's standings; absent fields do not narrow. */
const StandingsFilter = z.strictObject({
  /** Whose last published run, when `run` is absent. */
  program: ProgramKey,
  run: RowNumber.optional(),
  /** Part of a partner's code or name, in any case. */
  search: z.string().max(100).optional(),
  tier: z.string().max(64).optional(),
  /** A region stands for all regions below it too. */
  region: z.string().max(64).optional(),
  type: z.string().max(100).optional(),
  movement: MovementFilter.optional(),
  /** Only those whose tier hangs on the exact weights. */
  borderline: z.union([z.boolean(), z.stringbool()]).optional(),
  sort: StandingsSort.default("rank"),
  direction: z.enum(["asc", "desc"]).default("asc"),
});
/** What an export holds. */
export const StandingsExportQuery = StandingsFilter;
export type StandingsExportQuery = z.infer<typeof StandingsExportQuery>;

export const STANDINGS_PAGE_SIZE = 50;

/** Everything the standings page keeps in its URL. */
export const StandingsQuery = StandingsFilter.extend({
  /** From 1; a page beyond the last gives the last. */
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
  movement: MovementCode,
  steps: z.number().int(),
  qualified: z.string(),
  distanceToCut: z.number().nullable(),
  /** Of a thousand variations of the weights, those in which the tier stays; with the best and the worst rank, null of runs that did not measure it. */
  stays: z.number().int().nullable(),
  rankBest: z.number().int().nullable(),
  rankWorst: z.number().int().nullable(),
  /** Its tier changes in too many variations of the weights; of runs that did not measure that, it lies close to a cut. It asks for a look. */
  borderline: z.boolean(),
  overridden: z.boolean(),
  confidence: z.enum(["high", "medium", "low"]),
});
export type StandingsRow = z.infer<typeof StandingsRow>;

/** A region in its tree: `depth` is 0 for a top region. */
export const RegionChoice = Ref.extend({ depth: z.number().int() });
export type RegionChoice = z.infer<typeof RegionChoice>;

export const Standings = z.object({
  run: Run,
  rows: z.array(StandingsRow),
  page: z.number().int(),
  pages: z.number().int(),
  /** Of the filtered rows. */
  total: z.number().int(),
  averageScore: z.number().nullable(),
  /** What the filters can be set to in this run. */
  choices: z.object({ tiers: z.array(Ref), regions: z.array(RegionChoice), types: z.array(z.string()) }),
});
export type Standings = z.infer<typeof Standings>;

export const DecisionPage = pageOf(StandingsRow);
export type DecisionPage = z.infer<typeof DecisionPage>;
