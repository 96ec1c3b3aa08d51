import { z } from "zod";
import { CoverageState } from "@/lib/domain/activate/coverage-state";
import { CoverageRule } from "@/lib/domain/define/coverage-rule";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";
import { Run } from "./run";
import { RegionChoice } from "./standings";

/** Which cells of which run; absent fields do not narrow. A region stands for all regions below it. */
export const CoverageQuery = z.strictObject({
  program: ProgramKey,
  /** Absent: the program's last published run. */
  run: RowNumber.optional(),
  region: z.string().max(64).optional(),
  category: z.string().max(64).optional(),
});
export type CoverageQuery = z.infer<typeof CoverageQuery>;

/** Cells added up. Amounts in ten-thousandths of the program's currency, of the rule's window; `potentialE4` null when no cell has one. */
export const CoverageSum = z.object({
  cells: z.number().int(),
  byState: z.record(CoverageState, z.number().int()),
  revenueE4: z.number().int(),
  potentialE4: z.number().int().nullable(),
  /** Potential of the cells with an active qualified partner. */
  reachedE4: z.number().int(),
  withoutPotential: z.number().int(),
  estimated: z.number().int(),
});
export type CoverageSum = z.infer<typeof CoverageSum>;

/** What every view of coverage says first. */
export const CoverageFrame = z.object({
  run: Run,
  /** null: the run's version of the program does not say when a cell is covered, and there are no figures. */
  rule: CoverageRule.nullable(),
  currency: z.string(),
  qualifiedTier: z.string(),
  /** From the top down to the region that is looked into; empty for all. */
  path: z.array(Ref),
  category: Ref.nullable(),
  total: CoverageSum,
  /** Revenue booked on regions that have others below them: in the sums, and in no cell. */
  unplacedE4: z.number().int(),
  choices: z.object({ regions: z.array(RegionChoice), categories: z.array(Ref) }),
});
export type CoverageFrame = z.infer<typeof CoverageFrame>;

export const COVERAGE_PAGE_SIZE = 50;

export const CoverageMatrixQuery = CoverageQuery.extend({
  /** `inside`: the regions directly inside; `lowest`: all that have none below them. */
  rows: z.enum(["inside", "lowest"]).default("inside"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type CoverageMatrixQuery = z.infer<typeof CoverageMatrixQuery>;

export const CoverageRow = z.object({ region: Ref, isLeaf: z.boolean(), cells: z.array(CoverageSum), total: CoverageSum });
export type CoverageRow = z.infer<typeof CoverageRow>;

/** Regions × categories, or within one category × its lines. */
export const CoverageMatrix = CoverageFrame.extend({
  columns: z.array(Ref),
  rows: z.array(CoverageRow),
  totals: z.array(CoverageSum),
  page: z.number().int(),
  pages: z.number().int(),
});
export type CoverageMatrix = z.infer<typeof CoverageMatrix>;

/** The regions that can be drawn: those whose code is one of ISO 3166, and the map that they are on. */
export const CoverageMap = CoverageFrame.extend({
  regions: z.array(z.object({ map: z.enum(["countries", "states"]), region: Ref, isLeaf: z.boolean(), sum: CoverageSum })),
});
export type CoverageMap = z.infer<typeof CoverageMap>;

/** Where a potential comes from; see lib/domain/activate/cell-potential.ts. */
export const Potential = z.object({ amountE4: z.number().int(), source: z.enum(["stated", "shared", "estimated"]) });
export type Potential = z.infer<typeof Potential>;

export const GapCandidate = z.object({
  partner: Ref,
  tier: z.string(),
  tierName: z.string(),
  /** An override pinned the tier in the run. */
  overridden: z.boolean(),
  isQualified: z.boolean(),
  region: Ref,
  nearness: z.enum(["here", "sibling", "wider"]),
  sells: z.enum(["line", "category"]),
  soldE4: z.number().int(),
  totalE4: z.number().int(),
});
export type GapCandidate = z.infer<typeof GapCandidate>;

export const GAPS_PAGE_SIZE = 20;

export const CoverageGapsQuery = CoverageQuery.extend({
  state: z.enum(["white_space", "thin"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type CoverageGapsQuery = z.infer<typeof CoverageGapsQuery>;

export const CoverageGap = z.object({
  rank: z.number().int(),
  region: Ref,
  line: Ref,
  state: CoverageState,
  partners: z.number().int(),
  revenueE4: z.number().int(),
  potential: Potential.nullable(),
  candidates: z.array(GapCandidate),
});
export type CoverageGap = z.infer<typeof CoverageGap>;

export const CoverageGaps = CoverageFrame.extend({
  gaps: z.array(CoverageGap),
  /** Gaps that the filter leaves. */
  count: z.number().int(),
  page: z.number().int(),
  pages: z.number().int(),
});
export type CoverageGaps = z.infer<typeof CoverageGaps>;

export const CoverageCellQuery = z.strictObject({
  program: ProgramKey,
  run: RowNumber.optional(),
  region: z.string().max(64),
  line: z.string().max(64),
});
export type CoverageCellQuery = z.infer<typeof CoverageCellQuery>;

/** One cell with the partners that sell there, the largest first. */
export const CoverageCellDetail = z.object({
  run: Run,
  rule: CoverageRule,
  currency: z.string(),
  qualifiedTier: z.string(),
  path: z.array(Ref),
  category: Ref,
  line: Ref,
  state: CoverageState,
  /** Active qualified partners. */
  partners: z.number().int(),
  revenueE4: z.number().int(),
  potential: Potential.nullable(),
  sellers: z.array(
    z.object({
      partner: Ref,
      /** null: the run did not decide on it. */
      tier: z.string().nullable(),
      tierName: z.string().nullable(),
      overridden: z.boolean(),
      revenueE4: z.number().int(),
      isActive: z.boolean(),
      isQualified: z.boolean(),
    }),
  ),
  candidates: z.array(GapCandidate),
});
export type CoverageCellDetail = z.infer<typeof CoverageCellDetail>;

/** Coverage of each published run, the latest last. `total` null: that version of the program had no rule. */
export const CoverageHistory = CoverageFrame.extend({
  runs: z.array(z.object({ run: z.number().int(), asOf: IsoDate, version: z.number().int(), total: CoverageSum.nullable() })),
});
export type CoverageHistory = z.infer<typeof CoverageHistory>;
