import type { Combine, Comparison, MissingRule } from "../define/program";
import type { Entitlement } from "../entitle/entitlement";
import type { MetricInput, Override, PartnerState } from "../run-input";

/** `no_data` is its own verdict: a requirement whose value is unknown is not met, and is not short either. */
export type Verdict = "met" | "short" | "no_data";

/** One node of the score tree for one partner. Nodes come in document order, parents before children. */
export type NodeResult = {
  readonly key: string;
  readonly parent: string | null;
  /** Points before rounding; null when unscored (or left out by `reweight`). */
  readonly points: number | null;
  /**
   * Share of the parent's weight after reweighting, 0 to 1; null when left out. Below `sum` 1; below `min` and `max` 1 for the child
   * chosen and 0 for the others, null when the parent is unscored.
   */
  readonly share: number | null;
  /**
   * Points of the final score that this node brings. In an all-arithmetic tree the leaves' contributions add up to the
   * rounded score exactly, and each group's to the sum of its children, as decimals of the program's `scoreDecimals` (shares are
   * settled by largest remainder). Below `sum`, `min` and `max` they add up too; below a geometric or harmonic group they are null.
   */
  readonly contribution: number | null;
  /** share x ln(points / 100) below a geometric parent: these add up to ln(parent's points / 100). Null elsewhere and at zero points. */
  readonly logContribution: number | null;
  readonly status: "scored" | "missing_zero" | "missing_value" | "left_out" | "unscored" | "gated";
  /** Only on criteria. */
  readonly criterion?: { readonly metric: string; readonly value: number | null; readonly missing: MissingRule["rule"] | null };
  /** Only on groups. */
  readonly combine?: Combine;
};

/** The outcome of a condition, with have / need / gap at the leaves. */
export type Check =
  | { readonly kind: "all" | "any" | "atLeast" | "not"; readonly verdict: Verdict; readonly count?: number; readonly of: readonly Check[] }
  | {
      readonly kind: "score" | "node" | "metric";
      /** Node or metric key; "score" for the score itself. */
      readonly subject: string;
      readonly op: Comparison;
      readonly verdict: Verdict;
      readonly have: number | null;
      readonly need: number;
      /** How far short: above 0, or 0 where a strict comparison stands at its edge; 0 when met; null without data. */
      readonly gap: number | null;
    }
  | {
      readonly kind: "leavesAbove";
      readonly subject: string;
      readonly verdict: Verdict;
      readonly need: number;
      /** Criteria below the node that are not above, or have no points. */
      readonly failing: readonly string[];
    }
  | {
      readonly kind: "attribute";
      readonly subject: string;
      readonly op: "in" | "notIn";
      readonly verdict: Verdict;
      readonly have: string | number | boolean | null;
      readonly values: readonly (string | number | boolean)[];
    };

/** The competition for a tier's seats: how many there are in the partner's group, for how many, and its place among them by score. */
export type CapacityCheck = { readonly seats: number; readonly competing: number; readonly place: number | null; readonly verdict: "met" | "short" };

/** `check` is null for the lowest tier, which takes everyone; `capacity` is absent where there was no seat to compete for. */
export type TierResult = {
  readonly tier: string;
  readonly verdict: Verdict;
  readonly check: Check | null;
  readonly capacity?: CapacityCheck | undefined;
};

/** The rule that made the decided tier what it is. */
export type MovementCode =
  | "entered" // first run: the tier it qualified for
  | "entered_new_partner" // held at the entry tier for its first months
  | "unchanged" // qualified for the tier it had
  | "promoted"
  | "promoted_step_limited" // qualified higher than the steps allow
  | "promotion_waits_for_review"
  | "held_in_grace"
  | "held_by_margin"
  | "kept_for_year" // the program year in which it qualified is not over
  | "demotion_waits_for_review"
  | "demoted"
  | "demoted_step_limited"
  | "overridden";

export type Confidence = {
  /** Share of the score's weight that rests on data, 0 to 1. */
  readonly coverage: number;
  /** Days between the latest fact and the as-of date; null without facts. */
  readonly ageDays: number | null;
  readonly unmatchedBps: number;
  readonly level: "high" | "medium" | "low";
};

/** How firmly the tier stands when the weights of the score vary (robustness.ts). */
export type Robustness = {
  /** Variations in which the tier stays, of all `variations`. */
  readonly stays: number;
  readonly variations: number;
  /** Best and worst rank in any of them; null when unscored in all. */
  readonly rankBest: number | null;
  readonly rankWorst: number | null;
  readonly verdict: "solid" | "borderline";
};

export type Decision = {
  readonly partner: string;
  /** Rounded to the program's decimals; null when unscored. */
  readonly score: number | null;
  /** 1, 2, 2, 4; null when unscored. */
  readonly rank: number | null;
  /** As given in the input, in the reading that counts. */
  readonly metrics: Readonly<Record<string, MetricInput>>;
  readonly nodes: readonly NodeResult[];
  /** Every tier, lowest first. */
  readonly tiers: readonly TierResult[];
  readonly qualified: string;
  readonly decided: string;
  readonly previous: PartnerState | null;
  readonly movement: { readonly code: MovementCode; readonly steps: number; readonly missedReviews: number; readonly graceReviews: number };
  /** The override in force at the as-of date; null when there is none, or it has expired, or its tier is not of this program. */
  readonly override: Override | null;
  readonly state: PartnerState;
  /** Points between the score and the nearer of the decided tier's and the next tier's lowest score requirements; null when unscored or neither asks for a score. */
  readonly distanceToCut: number | null;
  readonly confidence: Confidence;
  /** The reading that counts, a month end or a region; null for the run's own; absent where a partner is measured once. */
  readonly reading?: string | null | undefined;
  /** Absent where it was not measured: from decisions of engine 1, and from evaluations that are not kept. */
  readonly robustness?: Robustness | undefined;
  /** What the decided tier grants; absent for a program without a catalogue of benefits. */
  readonly entitlements?: readonly Entitlement[] | undefined;
};
