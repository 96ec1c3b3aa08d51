import type { IsoDate } from "../shared/iso-date";
import type { Benefit } from "./benefit";
import type { MetricUnit } from "./metric";

/** What makes a condition impossible: `most` is the highest value its subject can have, null when two comparisons contradict each other. */
export type Obstacle = { readonly subject: string; readonly need: number | null; readonly most: number | null };

type Finding =
  | {
      readonly code: "duplicate_key";
      readonly what: "metric" | "node" | "tier" | "currency" | "benefit" | "level" | "fund" | "effort";
      readonly key: string;
    }
  | { readonly code: "unknown_metric"; readonly metric: string }
  | { readonly code: "unknown_node"; readonly node: string }
  | { readonly code: "unknown_tier"; readonly tier: string }
  | { readonly code: "unknown_child"; readonly child: string }
  | { readonly code: "too_deep"; readonly limit: number }
  | { readonly code: "weights_all_zero" }
  /** Above zero, and so little that a mean could not be worked out. */
  | { readonly code: "weight_too_small"; readonly weight: number; readonly least: number }
  | { readonly code: "reweight_without_weights" }
  | { readonly code: "cap_without_sum" }
  /** A node that can have more than 100 points where only a `sum` group may receive them. */
  | { readonly code: "points_above_100"; readonly most: number }
  | { readonly code: "goalposts_equal"; readonly value: number }
  /** Points or steps whose `value` or `from` does not lie above the one before. */
  | { readonly code: "not_increasing"; readonly value: number }
  | { readonly code: "curve_against_metric"; readonly metric: string; readonly betterWhen: "higher" | "lower" }
  | { readonly code: "unit_mismatch"; readonly metric: string; readonly unit: MetricUnit; readonly expected: MetricUnit }
  /** A lifetime has no window before it to grow from. */
  | { readonly code: "growth_without_prior"; readonly metric: string }
  /** A lifetime has no length to divide by. */
  | { readonly code: "velocity_without_length"; readonly metric: string }
  | { readonly code: "ratio_of_ratio"; readonly metric: string; readonly part: string }
  /** The first rate must hold from the beginning, or the sales before it would count for nothing. */
  | { readonly code: "rates_without_beginning"; readonly from: IsoDate }
  | { readonly code: "rates_not_in_order"; readonly from: IsoDate | null }
  | { readonly code: "gate_uses_score" }
  | { readonly code: "gate_depends_on_itself" }
  | ({ readonly code: "gate_never_met" } & Obstacle)
  /** Of blanks alone. */
  | { readonly code: "name_blank" }
  /** With a line break or a character that turns others around. */
  | { readonly code: "name_not_seen" }
  /** A decision names its tier: nobody could tell which one it is. */
  | { readonly code: "tier_name_taken"; readonly name: string }
  | { readonly code: "lowest_tier_requires" }
  | { readonly code: "tier_requires_nothing" }
  | ({ readonly code: "tier_unreachable" } & Obstacle)
  /** The lowest tier takes everyone. */
  | { readonly code: "capacity_on_lowest" }
  /** Rules of movement keep partners in the tier who have no seat. */
  | { readonly code: "capacity_can_be_exceeded"; readonly tier: string }
  | { readonly code: "count_above_children"; readonly count: number; readonly children: number }
  | { readonly code: "unknown_benefit"; readonly benefit: string }
  | { readonly code: "unknown_level"; readonly level: string }
  | { readonly code: "limits_reversed"; readonly least: number; readonly most: number }
  | { readonly code: "grant_missing"; readonly tier: string; readonly benefit: string }
  | { readonly code: "grant_of_other_type"; readonly expected: Benefit["type"] }
  /** More decimals than the currency's minor unit, or a part of a basis point, hour or day. */
  | { readonly code: "grant_too_fine"; readonly grant: number; readonly decimals: number }
  | { readonly code: "grant_outside_limits"; readonly grant: number; readonly least: number; readonly most: number }
  | { readonly code: "grant_below_lower_tier"; readonly benefit: string; readonly lower: string }
  /** A fund is for a quarter or a year, and the benefit is no amount for one. */
  | { readonly code: "benefit_without_period"; readonly benefit: string }
  | { readonly code: "fund_for_nobody"; readonly benefit: string }
  | { readonly code: "bounds_without_grant"; readonly tier: string }
  | { readonly code: "cap_below_grant"; readonly cap: number; readonly grant: number }
  /** More decimals than the currency's minor unit. */
  | { readonly code: "amount_too_fine"; readonly amount: number; readonly decimals: number }
  /** A metric that moves with another one that has an effort: it needs none of its own, which is not used. */
  | { readonly code: "effort_follows"; readonly metric: string; readonly from: string }
  /** The lowest tier, which takes everyone, where the rule asks for qualified partners. */
  | { readonly code: "everybody_qualified"; readonly tier: string }
  /** With too few partners to be covered a cell has too many already. */
  | { readonly code: "never_covered"; readonly contestedAbove: number; readonly fewerThan: number };

/**
 * A contradiction in a program. `path` names the place by keys: "name", "score.performance.revenue", "tiers.gold", "metrics.growth",
 * "movement.newPartners", "exchangeRates.EUR", "entitlements.gold.mdf", "funds.mdf.bounds.gold",
 * "coverage.qualifiedTier", "effort.revenue". Errors keep a program from being published; warnings are for its author.
 */
export type ProgramIssue = { readonly path: string; readonly severity: "error" | "warning" } & Finding;

export function error(path: string, finding: Finding): ProgramIssue {
  return { path, severity: "error", ...finding };
}

export function warning(path: string, finding: Finding): ProgramIssue {
  return { path, severity: "warning", ...finding };
}
