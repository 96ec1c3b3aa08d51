import type { Program } from "./define/program";
import type { IsoDate } from "./shared/iso-date";

/** Why a metric has no value. */
export type NoDataReason = "no_facts" | "undefined_base";

/** One metric of one partner, as of the run's date. `value: null` is "no data", never zero; `facts` is the number of records behind it. */
export type MetricInput = {
  readonly value: number | null;
  readonly reason?: NoDataReason;
  readonly facts: number;
  /** First and (excluded) last day counted; null for a snapshot or a lifetime. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
};

/** Pins a partner's tier, whatever its score, until `expires` (excluded). */
export type Override = { readonly tier: string; readonly reason: string; readonly owner: string; readonly expires: IsoDate };

/** What a partner carries from one published run into the next. */
export type PartnerState = {
  readonly tier: string;
  /** As-of date of the run that gave this tier. */
  readonly since: IsoDate;
  /** Reviews missed in a row while holding this tier in grace. */
  readonly missedReviews: number;
  /** As-of date of the last run in which its figures qualified for this tier or a higher one. Only where the program keeps tiers for its year. */
  readonly qualifiedOn?: IsoDate | undefined;
};

/** What a partner measures in another reading than the run's own: as of an earlier month end, or in one region. Other metrics are the run's. */
export type Reading = {
  /** The month end, or the code of the region. */
  readonly reading: string;
  readonly metrics: Readonly<Record<string, MetricInput>>;
};

export type PartnerInput = {
  /** The partner's code: stable, unique in the organization, and the tie breaker wherever one is needed. */
  readonly partner: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
  readonly enrolledOn: IsoDate | null;
  /** One entry per metric key of the program; an absent key is no data. */
  readonly metrics: Readonly<Record<string, MetricInput>>;
  /** Only where the program takes the best of several readings. */
  readonly readings?: readonly Reading[] | undefined;
  /** null at the partner's first run. */
  readonly previous: PartnerState | null;
  readonly override: Override | null;
  /** Last business date with any fact of this partner; null when it has none. */
  readonly latestFactOn: IsoDate | null;
  /** Share of this partner's imported rows that could not be matched, in basis points. */
  readonly unmatchedBps: number;
};

/** All that an evaluation depends on. Frozen with the run; the same input gives the same decisions, byte for byte. */
export type RunInput = { readonly program: Program; readonly asOf: IsoDate; readonly partners: readonly PartnerInput[] };
