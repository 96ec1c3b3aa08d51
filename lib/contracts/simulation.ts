import { z } from "zod";
import { Program } from "@/lib/domain/define/program";
import type { Effects } from "@/lib/domain/optimize/effects";
import type { PackedPopulation } from "@/lib/domain/optimize/packed-population";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { Minor } from "@/lib/domain/shared/minor";
import { ProgramVersionRef } from "./program";
import { RowNumber } from "./row-number";

/** Which version, tried on the partners of which published run; absent: the program's last. */
export const SimulationQuery = ProgramVersionRef.extend({ run: RowNumber.optional() });
export type SimulationQuery = z.infer<typeof SimulationQuery>;

const Attribute = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Metrics = z.record(z.string(), z.array(z.number().nullable()));
const State = z.object({ tier: z.string(), since: IsoDate, missedReviews: z.number().int(), qualifiedOn: IsoDate.exactOptional() });

/** The partners of a run by column, as the engine needs them in a browser. */
const Population = z.object({
  partners: z.array(z.string()),
  attributes: z.record(z.string(), z.array(Attribute)),
  enrolledOn: z.array(IsoDate.nullable()),
  previous: z.array(State.nullable()),
  override: z.array(z.object({ tier: z.string(), reason: z.string(), owner: z.string(), expires: IsoDate }).nullable()),
  metrics: Metrics,
  readings: z.array(z.object({ reading: z.string(), rows: z.array(z.number().int()), metrics: Metrics })),
}) satisfies z.ZodType<PackedPopulation>;

/** What a published run made of its partners, and all that trying another program on them needs. Everything by row is in the order of the partners' codes. */
export const SimulationGround = z.object({
  run: z.object({ number: z.number().int(), asOf: IsoDate, version: z.number().int() }),
  /** The rules that the run was evaluated with. */
  baseline: Program,
  /** The version as it is saved, for which the partners were measured. */
  measuredFor: Program,
  population: Population,
  /** Names of the partners. */
  names: z.array(z.string()),
  /** Places of the tiers of the run, 0 for the lowest. */
  decided: z.array(z.number().int()),
  qualified: z.array(z.number().int()),
  score: z.array(z.number().nullable()),
  /** Keys of the metrics that the run had not measured, and that were measured for this: as of its day, as known at its sequence. */
  measuredAnew: z.array(z.string()),
});
export type SimulationGround = Omit<z.infer<typeof SimulationGround>, "population"> & { readonly population: PackedPopulation };

const TierShare = z.object({ tier: z.string(), name: z.string(), partners: z.number().int() });
const Change = z.object({
  /** Rows the tiers before, columns the tiers after, lowest first: partners. */
  matrix: z.array(z.array(z.number().int())),
  promoted: z.number().int(),
  demoted: z.number().int(),
  unchanged: z.number().int(),
  unplaced: z.number().int(),
});

/** What a benefit takes in a year (of `activity`, for one activity of every partner); null where one side has no such benefit, or measures no revenue. */
const CostChange = z.object({
  benefit: z.string(),
  name: z.string(),
  per: z.enum(["year", "activity"]),
  before: Minor.nullable(),
  after: Minor.nullable(),
});

/** What a draft would do to the partners of a published run: the same review by other rules. */
export const SimulationSummary = z.object({
  partners: z.number().int(),
  before: z.array(TierShare),
  after: z.array(TierShare),
  decided: Change,
  qualified: Change,
  unscored: z.number().int(),
  currency: z.string(),
  costs: z.array(CostChange),
}) satisfies z.ZodType<Effects>;
export type SimulationSummary = z.infer<typeof SimulationSummary>;

/** A simulation that is kept: asked for before a draft is proposed. */
export const Simulation = z.object({
  documentHash: z.string(),
  run: z.object({ number: z.number().int(), asOf: z.string() }),
  engineVersion: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  summary: SimulationSummary,
});
export type Simulation = z.infer<typeof Simulation>;
