import { formatDate } from "@/components/format/date";
import { counted, formatStated } from "@/components/format/number";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";

/** What contradicts itself, in words; `path` says where and is shown beside it. */
export function issueWords(issue: ProgramIssue): string {
  switch (issue.code) {
    case "duplicate_key":
      return `The ${issue.what} key “${issue.key}” is used twice.`;
    case "unknown_metric":
      return `There is no metric “${issue.metric}”.`;
    case "unknown_node":
      return `The score has no part “${issue.node}”.`;
    case "unknown_tier":
      return `There is no tier “${issue.tier}”.`;
    case "unknown_child":
      return `The group has no part “${issue.child}”.`;
    case "too_deep":
      return `It lies deeper than ${issue.limit} levels.`;
    case "weights_all_zero":
      return "All weights are zero, so there is nothing to weigh.";
    case "weight_too_small":
      return `The weight, ${formatStated(issue.weight)}, is too small to count with: use 0, or ${formatStated(issue.least)} and more.`;
    case "reweight_without_weights":
      return "Without data this part would share its weight, but its group does not use weights.";
    case "cap_without_sum":
      return "Only a group that adds up points can have a cap.";
    case "points_above_100":
      return `Points can reach ${formatStated(issue.most)}, above 100.`;
    case "goalposts_equal":
      return `The curve begins and ends at the same value, ${formatStated(issue.value)}.`;
    case "not_increasing":
      return `The values of the curve must increase; ${formatStated(issue.value)} does not lie above the one before.`;
    case "curve_against_metric":
      return `The curve rewards the wrong direction: of “${issue.metric}” ${issue.betterWhen} is better.`;
    case "unit_mismatch":
      return `“${issue.metric}” is measured in ${issue.expected}, not in ${issue.unit}.`;
    case "growth_without_prior":
      return `“${issue.metric}” cannot grow: a lifetime has no period before it.`;
    case "velocity_without_length":
      return `“${issue.metric}” counts by the week, and a lifetime has no weeks: choose another window.`;
    case "ratio_of_ratio":
      return `“${issue.metric}” divides “${issue.part}”, which is itself a ratio: divide what that one is made of.`;
    case "rates_without_beginning":
      return `The first rate begins on ${formatDate(issue.from)}: let it begin from the start, so that the sales before have a rate.`;
    case "rates_not_in_order":
      return `Each rate must begin after the one before; ${issue.from === null ? "one has no day" : formatDate(issue.from)} does not.`;
    case "gate_uses_score":
      return "A gate cannot ask for the score that it decides on.";
    case "gate_depends_on_itself":
      return "The gate depends on the part that it opens.";
    case "gate_never_met":
      return `The gate can never open: ${obstacleWords(issue)}.`;
    case "name_blank":
      return "Its name is blank: give it one that can be read.";
    case "name_not_seen":
      return "Its name has a line break or another character that cannot be seen: type it anew.";
    case "tier_name_taken":
      return `Another tier is called “${issue.name}” too: give each its own name.`;
    case "lowest_tier_requires":
      return "The lowest tier takes everyone, so it must not ask for anything.";
    case "tier_requires_nothing":
      return "Only the lowest tier may ask for nothing.";
    case "tier_unreachable":
      return `No partner can reach this tier: ${obstacleWords(issue)}.`;
    case "capacity_on_lowest":
      return "The lowest tier takes everyone, so it cannot have a capacity.";
    case "capacity_can_be_exceeded":
      return `“${issue.tier}” may hold more: whom grace, a margin, the program year, a step limit or a later review keeps in it needs no seat.`;
    case "count_above_children":
      return `It asks for ${issue.count} of only ${issue.children} conditions.`;
    case "unknown_benefit":
      return `There is no benefit “${issue.benefit}”.`;
    case "unknown_level":
      return `The benefit has no level “${issue.level}”.`;
    case "limits_reversed":
      return `The least, ${formatStated(issue.least)}, lies above the most, ${formatStated(issue.most)}.`;
    case "grant_missing":
      return `What “${issue.tier}” is granted of “${issue.benefit}” is not stated; write null where it is nothing.`;
    case "grant_of_other_type":
      return `The grant must be ${GRANTS[issue.expected]}.`;
    case "grant_too_fine":
      return `${formatStated(issue.grant)} has more than ${counted(issue.decimals, "decimal")}.`;
    case "grant_outside_limits":
      return `${formatStated(issue.grant)} lies outside the benefit’s limits, ${formatStated(issue.least)} to ${formatStated(issue.most)}.`;
    case "grant_below_lower_tier":
      return `“${issue.lower}”, the tier below, is granted more of “${issue.benefit}”.`;
    case "benefit_without_period":
      return `A fund is for a quarter or a year, and “${issue.benefit}” is no amount granted for one.`;
    case "fund_for_nobody":
      return `No tier is granted “${issue.benefit}”, so nobody takes part in the fund.`;
    case "bounds_without_grant":
      return `“${issue.tier}” is not granted the benefit, so its floor and cap mean nothing.`;
    case "cap_below_grant":
      return `The cap, ${formatStated(issue.cap)}, lies below what the tier is granted, ${formatStated(issue.grant)}.`;
    case "amount_too_fine":
      return `${formatStated(issue.amount)} has more than ${counted(issue.decimals, "decimal")}.`;
    case "effort_follows":
      return `“${issue.metric}” moves along with “${issue.from}”, so it needs no effort of its own; it is not used.`;
    case "everybody_qualified":
      return `Everybody is in “${issue.tier}” or higher, so every active partner covers its cells.`;
    case "never_covered":
      return `No cell can be covered: with fewer than ${counted(issue.fewerThan, "partner")} it is thin, and with more than ${issue.contestedAbove} contested.`;
  }
}

const GRANTS = {
  amount: "an amount of money, written as a number",
  rate: "a rate in basis points, written as a whole number",
  time: "a whole number of hours or days",
  level: "the key of a level",
  included: "true",
} as const;

function obstacleWords({ subject, need, most }: { readonly subject: string; readonly need: number | null; readonly most: number | null }): string {
  if (need === null || most === null) return `what it asks of “${subject}” contradicts itself`;
  return `it asks ${formatStated(need)} of “${subject}”, which has at most ${formatStated(most)}`;
}
