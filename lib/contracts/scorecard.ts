import { z } from "zod";
import type { BenefitKind } from "@/lib/domain/define/benefit";
import { MetricSource, type MetricUnit } from "@/lib/domain/define/metric";
import type { Curve } from "@/lib/domain/define/program";
import type { RobustnessRule } from "@/lib/domain/define/robustness-rule";
import type { GrantValue } from "@/lib/domain/entitle/grant-value";
import type { Check, Confidence, MovementCode, NodeResult, Robustness, Verdict } from "@/lib/domain/score/decision";
import { IsoDate } from "@/lib/domain/shared/iso-date";
import type { Override } from "./override";
import { PartnerCode, Ref } from "./page";
import { ProgramKey } from "./program";
import { RowNumber } from "./row-number";

/** Absent `run`: the program's last published run. */
export const OwnScorecardQuery = z.strictObject({ program: ProgramKey, run: RowNumber.optional() });
export type OwnScorecardQuery = z.infer<typeof OwnScorecardQuery>;

export const ScorecardQuery = OwnScorecardQuery.extend({ partner: PartnerCode });
export type ScorecardQuery = z.infer<typeof ScorecardQuery>;

/** One node of the score tree with its words from the program and its figures from the decision. */
export type ScorecardNode = NodeResult & {
  readonly name: string;
  readonly depth: number;
  readonly weight: number;
  /** Only on criteria. */
  readonly curve?: Curve;
  readonly metric?: ScorecardMetric;
};

export type ScorecardMetric = {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly unit: MetricUnit;
  readonly betterWhen: "higher" | "lower";
  readonly value: number | null;
  readonly reason: "no_facts" | "undefined_base" | null;
  /** Records counted. */
  readonly facts: number;
  readonly from: string | null;
  readonly until: string | null;
};

/** The competition for a tier's seats. Who competes, and the place among them, are for staff alone; null for the partner, and for one without a group. */
export type ScorecardSeats = {
  readonly seats: number;
  readonly seated: boolean;
  readonly competing: number | null;
  readonly place: number | null;
};

export type ScorecardTier = {
  readonly key: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly check: Check | null;
  /** Null where there was no seat to compete for. */
  readonly seats: ScorecardSeats | null;
};

/** The best of a partner's readings, which counts: as of a month end, or in a region by its code and name. */
export type ScorecardReading =
  | { readonly kind: "monthEnds"; readonly last: number; readonly asOf: string }
  | { readonly kind: "regions"; readonly region: Ref };

/** A benefit of the catalogue with what the decided tier grants and what the tier above would; null where that is nothing. */
export type ScorecardEntitlement = {
  readonly key: string;
  readonly name: string;
  readonly kind: BenefitKind;
  readonly value: GrantValue | null;
  readonly next: GrantValue | null;
};

export type ScorecardHistoryEntry = {
  readonly run: number;
  readonly asOf: string;
  readonly tier: string;
  readonly tierName: string;
  readonly score: number | null;
  readonly movement: MovementCode;
};

/** What staff and the partner itself may both see of one decision. */
export type PartnerScorecard = {
  readonly partner: Ref & { readonly type: string | null; readonly region: string };
  readonly organization: { readonly name: string; readonly isDemo: boolean };
  readonly run: {
    readonly number: number;
    readonly asOf: string;
    readonly publishedAt: string | null;
    readonly status: "draft" | "published" | "discarded";
  };
  readonly program: {
    readonly key: string;
    readonly name: string;
    readonly version: number;
    /** Of its money; may be another than the organization's. */
    readonly currency: string;
    readonly rootCombine: string;
    readonly scoreDecimals: number;
  };
  /** Null where a partner is measured once, or as a whole. */
  readonly reading: ScorecardReading | null;
  readonly score: number | null;
  readonly tier: { readonly key: string; readonly name: string; readonly rank: number; readonly of: number };
  readonly qualified: { readonly key: string; readonly name: string };
  readonly previous: { readonly key: string; readonly name: string } | null;
  readonly movement: { readonly code: MovementCode; readonly steps: number; readonly missedReviews: number; readonly graceReviews: number };
  readonly override: { readonly tier: string; readonly reason: string; readonly expires: string } | null;
  readonly confidence: Confidence;
  /** Percent of its cohort that it outscores; null when the cohort has fewer than five members. */
  readonly percentile: number | null;
  readonly nodes: readonly ScorecardNode[];
  /** Lowest first. */
  readonly tiers: readonly ScorecardTier[];
  readonly history: readonly ScorecardHistoryEntry[];
  readonly nodeNames: Readonly<Record<string, string>>;
  readonly metrics: readonly ScorecardMetric[];
  /** In the order of the catalogue; empty for a program without one. */
  readonly entitlements: readonly ScorecardEntitlement[];
};

/** What only staff see: the standing among the others, whose override it is, and the one that the next evaluation finds. */
export type StaffScorecard = PartnerScorecard & {
  readonly rank: number | null;
  readonly partners: number;
  readonly distanceToCut: number | null;
  /** How firmly the tier stands when the weights vary, by which rule; null of decisions from before that was measured. */
  readonly robustness: (Robustness & RobustnessRule) | null;
  readonly overrideOwner: string | null;
  /** The partner's override that has not ended, expired or not: as it is now, whatever this run found. Null without one. */
  readonly openOverride: Override | null;
  readonly inputHash: string;
  readonly knownAt: number;
};

/** Which of a metric's records to list. `left_out` are the partner's records of the same kind that did not count, each with its reason. */
export const EvidenceQuery = z.strictObject({
  partner: z.string().min(1).max(64),
  run: RowNumber,
  metric: z.string().min(1).max(64),
  side: z.enum(["counted", "left_out"]).default("counted"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type EvidenceQuery = z.infer<typeof EvidenceQuery>;

export const LeftOutReason = z.enum([
  "outside_window", // its date is not in the metric's window
  "filtered", // its product line or region is not counted by this metric
  "replaced", // a later import corrected it
  "known_later", // it arrived after the run's sequence
  "unmatched", // its partner or SKU was not known when the run was made
  "not_open", // the opportunity was closed at the as-of date
  "expired", // the certificate was not valid at the as-of date
  "not_latest", // the metric is the latest value, and a later one counts
  "not_highest", // the metric is the highest value, and another one counts
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

/** Of a metric that compares two things, which one a record belongs to: of growth the period that is measured, or the one before it; of a ratio what is divided, or what divides. */
export const RecordPart = z.enum(["current", "before", "numerator", "denominator"]);
export type RecordPart = z.infer<typeof RecordPart>;

/** One record. `amount` in ten-thousandths of `currency`'s major unit; null for kinds without money. */
export const EvidenceRecord = z.object({
  kind: z.enum(["pos", "opportunity", "certification", "observation"]),
  date: z.string(),
  /** Document and line, opportunity code, person, metric. */
  reference: z.string(),
  /** Product, stage, track and level. */
  what: z.string(),
  region: z.string().nullable(),
  quantity: z.number().nullable(),
  amountE4: z.number().nullable(),
  currency: z.string().nullable(),
  /** Number of the import batch it came with. */
  batch: z.number().int(),
  line: z.number().int(),
  /** Null for every metric but growth and ratios, and for a record of neither part. */
  part: RecordPart.nullable(),
  reason: LeftOutReason.nullable(),
});
export type EvidenceRecord = z.infer<typeof EvidenceRecord>;

export const Evidence = z.object({
  partner: Ref,
  run: z.object({ number: z.number().int(), asOf: z.string() }),
  metric: z.object({
    key: z.string(),
    name: z.string(),
    unit: z.string(),
    value: z.number().nullable(),
    /** The program's, in which a value that is money is written. */
    currency: z.string(),
    facts: z.number().int(),
    from: z.string().nullable(),
    until: z.string().nullable(),
    /** What of the facts it measures, as the program says it. */
    source: MetricSource,
  }),
  side: z.enum(["counted", "left_out"]),
  counts: z.object({ counted: z.number().int(), leftOut: z.number().int() }),
  /** Sum over all records of this side by part and currency, ten-thousandths. */
  totals: z.array(z.object({ part: RecordPart.nullable(), currency: z.string(), amountE4: z.number() })),
  quantity: z.number().nullable(),
  records: z.array(EvidenceRecord),
  page: z.number().int(),
  pages: z.number().int(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Asof = IsoDate;
