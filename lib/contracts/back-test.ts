import { z } from "zod";
import { MOST_QUARTERS } from "@/lib/domain/optimize/back-test/back-test-limits";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import { MovementGroup } from "./movement-group";
import { Ref } from "./page";
import { ProgramVersionRef } from "./program";
import { SimulationSummary } from "./simulation";

/** How many of the program's last full fiscal quarters. */
export const StartBackTest = ProgramVersionRef.extend({ quarters: z.coerce.number().int().min(1).max(MOST_QUARTERS).default(MOST_QUARTERS) });

const Change = SimulationSummary.shape.decided;

/** `partners` can be compared; `medianChange` is a share, and null of fewer than five. */
const Followed = z.object({ partners: z.number().int(), medianChange: z.number().nullable() });
/** By tier, lowest first, and of all partners. */
const FollowedByTier = z.object({ tiers: z.array(Followed), all: Followed });

/**
 * As known to which run or at which import sequence the quarter was tested.
 * - `run`: the published run as of its last day, by its frozen inputs.
 * - `then`: what had been imported by the end of that day.
 * - `today`: no facts had been imported by then, so what is known since.
 */
const Knowledge = z.object({ kind: z.enum(["run", "then", "today"]), run: z.number().int().nullable(), knownAt: z.number().int() });

/** What the rules, had they been in effect, would have made of a quarter. */
export const BackTestQuarter = z.object({
  year: z.number().int(),
  quarter: z.number().int(),
  from: IsoDate,
  until: IsoDate,
  /** The day as of which partners were measured. */
  lastDay: IsoDate,
  knowledge: Knowledge,
  partners: z.number().int(),
  unscored: z.number().int(),
  /** Partners by place of their tier, lowest first. */
  tiers: z.array(z.number().int()),
  movements: z.record(MovementGroup, z.number().int()),
  /** Against what the published run as of the same day decided, whose tiers are named, lowest first; null without one. */
  decided: z.object({ run: z.number().int(), tiers: z.array(z.object({ tier: z.string(), name: z.string() })), change: Change }).nullable(),
  /** `before`: by what was decided; null without a run or in another currency. */
  costs: SimulationSummary.shape.costs,
  /** Revenue of the quarter after against that of the year before; null where that quarter is not over, or sales are not measured. */
  followed: FollowedByTier.nullable(),
});
export type BackTestQuarter = z.infer<typeof BackTestQuarter>;

/** Over all quarters. */
export const BackTestSummary = z.object({
  /** From each quarter to the next; `share` of those without a change of tier, null with one quarter. */
  stability: z.object({ partnerQuarters: z.number().int(), changes: z.number().int(), share: z.number().nullable() }),
  /** Partners that rose and fell; `tiers` are places by quarter, null where it was not enrolled yet. */
  yoYo: z.object({ partners: z.number().int(), shown: z.array(z.object({ partner: Ref, tiers: z.array(z.number().int().nullable()) })) }),
  followed: FollowedByTier.nullable(),
  /** Of those that rose, fell or stayed against the quarter before; null of one quarter, and of back-tests that did not tell it yet. */
  followedByMove: z.object({ risen: Followed, fallen: Followed, stayed: Followed }).nullable().default(null),
});
export type BackTestSummary = z.infer<typeof BackTestSummary>;

export const BackTest = z.object({
  status: z.enum(["running", "done", "failed", "cancelled"]),
  /** Why it failed, for people; null unless it did. */
  failure: z.string().nullable(),
  /** Of the version as it was tested. */
  documentHash: z.string(),
  /** Whether the version still says the same. */
  isCurrent: z.boolean(),
  /** The last published run then: no quarter ends after its day. */
  run: z.object({ number: z.number().int(), asOf: z.string() }),
  engineVersion: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Whether whoever asks may cancel it: who started it, while it runs. */
  mayCancel: z.boolean(),
  /** Of the rules that are tested, lowest first. */
  tiers: z.array(z.object({ tier: z.string(), name: z.string() })),
  currency: z.string(),
  /** How many were asked for. */
  quarters: z.number().int(),
  /** Those that are done, oldest first. */
  results: z.array(BackTestQuarter),
  /** Null until all are done. */
  summary: BackTestSummary.nullable(),
});
export type BackTest = z.infer<typeof BackTest>;

/** The last one of a version; null before the first. */
export const LastBackTest = z.object({ backTest: BackTest.nullable() });
export type LastBackTest = z.infer<typeof LastBackTest>;
