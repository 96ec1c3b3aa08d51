import type { Movement, Program } from "../define/program";
import type { Override, PartnerInput, PartnerState } from "../run-input";
import { monthOf, monthsBetween } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";
import type { Decision, MovementCode } from "./decision";

export type TierDecision = Pick<Decision, "decided" | "movement" | "override" | "state">;

type Candidate = Pick<PartnerInput, "enrolledOn" | "previous" | "override">;

type Move = { readonly tier: number; readonly code: MovementCode; readonly missedReviews: number };

/**
 * Decides tiers by the first rule that applies:
 * 1. An override in force (as-of date before `expires`) pins its tier; missed reviews stand still while it pins the tier held.
 * 2. A partner in its first months is at the entry tier.
 * 3. A partner without a previous tier enters at the tier it qualifies for.
 * 4. The same tier again is unchanged, and forgives earlier misses.
 * 5. A higher tier waits for a promotion review; then the partner rises, at most `maxStepsUp` tiers.
 * 6. A lower tier: the hold margin keeps the tier without a miss; otherwise it waits for a demotion review; each review missed
 *    counts; up to `graceReviews` are forgiven; then the partner falls, at most `maxStepsDown` tiers, with fresh grace there.
 *
 * A tier that this program does not know is no tier: an override with it is ignored, and a partner that comes from it enters.
 * Tiers are numbers here, 0 the lowest; `holds` says whether the hold margin keeps the partner of a row in a tier.
 */
export function tierDecider(
  program: Program,
  asOf: IsoDate,
  holds: (row: number, tier: number, margin: number) => boolean,
): (partner: Candidate, row: number, qualified: number) => TierDecision {
  const { tiers, movement } = program;
  const placeOf = new Map(tiers.map(({ key }, place) => [key, place]));
  const month = monthOf(asOf);
  const mayPromote = isReview(movement.promoteAt, month);
  const mayDemote = isReview(movement.demoteAt, month);

  const move = (partner: Candidate, row: number, qualified: number, previous: number | null, pinned: number | null): Move => {
    const missed = partner.previous?.missedReviews ?? 0;
    if (pinned !== null) return { tier: pinned, code: "overridden", missedReviews: pinned === previous ? missed : 0 };
    const entry = movement.newPartners;
    if (entry !== null && partner.enrolledOn !== null && monthsBetween(partner.enrolledOn, asOf) < entry.months) {
      return { tier: placeOf.get(entry.tier) ?? 0, code: "entered_new_partner", missedReviews: 0 };
    }
    if (previous === null) return { tier: qualified, code: "entered", missedReviews: 0 };
    if (qualified === previous) return { tier: previous, code: "unchanged", missedReviews: 0 };
    if (qualified > previous) return rise(previous, qualified);
    if (movement.holdMargin > 0 && holds(row, previous, movement.holdMargin)) return { tier: previous, code: "held_by_margin", missedReviews: 0 };
    return fall(previous, qualified, missed);
  };

  const rise = (previous: number, qualified: number): Move => {
    if (!mayPromote) return { tier: previous, code: "promotion_waits_for_review", missedReviews: 0 };
    const tier = Math.min(qualified, previous + (movement.maxStepsUp ?? tiers.length));
    return { tier, code: tier < qualified ? "promoted_step_limited" : "promoted", missedReviews: 0 };
  };

  const fall = (previous: number, qualified: number, missed: number): Move => {
    if (!mayDemote) return { tier: previous, code: "demotion_waits_for_review", missedReviews: missed };
    if (missed < movement.graceReviews) return { tier: previous, code: "held_in_grace", missedReviews: missed + 1 };
    const tier = Math.max(qualified, previous - (movement.maxStepsDown ?? tiers.length));
    return { tier, code: tier > qualified ? "demoted_step_limited" : "demoted", missedReviews: 0 };
  };

  return (partner, row, qualified) => {
    const previous = partner.previous === null ? null : (placeOf.get(partner.previous.tier) ?? null);
    const override = inForce(partner.override, asOf, placeOf);
    const pinned = override === null ? null : (placeOf.get(override.tier) ?? null);
    const { tier, code, missedReviews } = move(partner, row, qualified, previous, pinned);
    const decided = tiers[tier]?.key ?? "";
    return {
      decided,
      movement: { code, steps: previous === null ? 0 : tier - previous, missedReviews, graceReviews: movement.graceReviews },
      override,
      state: { tier: decided, since: since(partner.previous, decided, asOf), missedReviews },
    };
  };
}

function isReview(reviews: Movement["promoteAt"], month: number): boolean {
  return reviews === "everyRun" || reviews.months.includes(month);
}

function inForce(override: Override | null, asOf: IsoDate, placeOf: ReadonlyMap<string, number>): Override | null {
  return override !== null && asOf < override.expires && placeOf.has(override.tier) ? override : null;
}

function since(previous: PartnerState | null, decided: string, asOf: IsoDate): IsoDate {
  return previous?.tier === decided ? previous.since : asOf;
}
