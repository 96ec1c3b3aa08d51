import type { IsoDate } from "../../shared/iso-date";
import type { TierResult } from "../decision";

/** null is no data. */
export type MetricChange = { readonly metric: string; readonly from: number | null; readonly to: number | null };

/** What to do about one metric. */
export type PathStep = MetricChange & {
  /** Of the program's effort for it. */
  readonly steps: number;
  readonly effort: number;
  /** Days until it counts. */
  readonly leadDays: number;
};

/** Changes that together qualify for a tier. */
export type Path = {
  readonly steps: readonly PathStep[];
  /** Other metrics that move along, because they are worked out from those. */
  readonly follows: readonly MetricChange[];
  readonly effort: number;
  /** The changes are worked on side by side, so that the longest counts. */
  readonly leadDays: number;
  /** The first day on which all of it counts. */
  readonly countsOn: IsoDate;
  /** The score then, everything else being as it is; null when there is none. */
  readonly score: number | null;
  /** The tier qualified for then: the one that the path leads to, or a higher one. */
  readonly qualifies: string;
};

/** The cheapest path that counts at a review, before which none can. */
export type LaterPath = { readonly review: IsoDate; readonly path: Path };

/** `by`: the day by which it should count. */
type Towards = { readonly tier: string; readonly by: IsoDate };

/** What a partner can do to qualify for a tier. */
export type PathAdvice =
  /** It is in the highest tier, and qualifies for it. */
  | { readonly kind: "highest" }
  /** Its figures qualify already: only the rules of movement are between. */
  | ({ readonly kind: "reached" } & Towards)
  /** It meets what the tier asks, and others have the seats. */
  | ({ readonly kind: "seats_taken" } & Towards)
  /** Nothing can be said without the figures of others. */
  | ({ readonly kind: "depends_on_others" } & Towards)
  /** The program does not say what it takes to better a metric. */
  | ({ readonly kind: "no_effort" } & Towards)
  /** More combinations than can be looked at: no advice rather than a wrong one. */
  | ({ readonly kind: "too_complex" } & Towards)
  | ({
      readonly kind: "paths";
      /** The cheapest of all first, then others that do without one of its changes, cheapest first. */
      readonly paths: readonly Path[];
      /** The cheapest of those that count by the day; null when none does. */
      readonly inTime: Path | null;
      /** Where none does: the first review thereafter at which one can. Null when one does, or when that is more than can be looked at. */
      readonly later: LaterPath | null;
    } & Towards)
  | ({
      readonly kind: "out_of_reach";
      /** The tiers that are not met even with everything bettered as far as can be hoped for: the tier itself and, on a ladder, those below. */
      readonly missing: readonly TierResult[];
    } & Towards);
