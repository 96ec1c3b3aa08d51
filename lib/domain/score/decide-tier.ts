import type { Movement, Program } from "../define/program";
import type { Override, PartnerInput, PartnerState } from "../run-input";
import { monthOf, monthsBetween } from "../shared/calendar-day";
import type { IsoDate } from "../shared/iso-date";
import type { Decision, MovementCode } from "./decision";
import type { Qualification } from "./qualify-tier";

/** The tiers decided, by row. */
export type TierDecisions = {
  /** Place of the tier, 0 for the lowest. */
  readonly decided: Uint8Array;
  readonly movement: (row: number) => Decision["movement"];
  readonly override: (row: number) => Override | null;
  readonly state: (row: number) => PartnerState;
};

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
 * Tiers are numbers here, 0 the lowest.
 */
export function decideTiers(program: Program, asOf: IsoDate, partners: readonly PartnerInput[], { qualified, holds }: Qualification): TierDecisions {
  const { tiers, movement } = program;
  const placeOf = new Map(tiers.map(({ key }, place) => [key, place]));
  const month = monthOf(asOf);
  const mayPromote = isReview(movement.promoteAt, month);
  const mayDemote = isReview(movement.demoteAt, month);

  const move = (partner: PartnerInput, row: number, qualifies: number, previous: number | null, pinned: number | null): Move => {
    const missed = partner.previous?.missedReviews ?? 0;
    if (pinned !== null) return { tier: pinned, code: "overridden", missedReviews: pinned === previous ? missed : 0 };
    const entry = movement.newPartners;
    if (entry !== null && partner.enrolledOn !== null && monthsBetween(partner.enrolledOn, asOf) < entry.months) {
      return { tier: placeOf.get(entry.tier) ?? 0, code: "entered_new_partner", missedReviews: 0 };
    }
    if (previous === null) return { tier: qualifies, code: "entered", missedReviews: 0 };
    if (qualifies === previous) return { tier: previous, code: "unchanged", missedReviews: 0 };
    if (qualifies > previous) return rise(previous, qualifies);
    if (movement.holdMargin > 0 && holds(row, previous)) return { tier: previous, code: "held_by_margin", missedReviews: 0 };
    return fall(previous, qualifies, missed);
  };

  const rise = (previous: number, qualifies: number): Move => {
    if (!mayPromote) return { tier: previous, code: "promotion_waits_for_review", missedReviews: 0 };
    const tier = Math.min(qualifies, previous + (movement.maxStepsUp ?? tiers.length));
    return { tier, code: tier < qualifies ? "promoted_step_limited" : "promoted", missedReviews: 0 };
  };

  const fall = (previous: number, qualifies: number, missed: number): Move => {
    if (!mayDemote) return { tier: previous, code: "demotion_waits_for_review", missedReviews: missed };
    if (missed < movement.graceReviews) return { tier: previous, code: "held_in_grace", missedReviews: missed + 1 };
    const tier = Math.max(qualifies, previous - (movement.maxStepsDown ?? tiers.length));
    return { tier, code: tier > qualifies ? "demoted_step_limited" : "demoted", missedReviews: 0 };
  };

  const previousOf = ({ previous }: PartnerInput) => (previous === null ? null : (placeOf.get(previous.tier) ?? null));
  const inForce = ({ override }: PartnerInput) => (override !== null && asOf < override.expires && placeOf.has(override.tier) ? override : null);

  const decided = new Uint8Array(partners.length);
  const missedReviews = new Float64Array(partners.length);
  const codes: MovementCode[] = [];
  partners.forEach((partner, row) => {
    const override = inForce(partner);
    const pinned = override === null ? null : (placeOf.get(override.tier) ?? null);
    const moved = move(partner, row, qualified[row] ?? 0, previousOf(partner), pinned);
    decided[row] = moved.tier;
    missedReviews[row] = moved.missedReviews;
    codes.push(moved.code);
  });

  const partnerAt = (row: number) => {
    const partner = partners[row];
    if (partner === undefined) throw new RangeError(`there is no partner in row ${row} of this run`);
    return partner;
  };
  return {
    decided,
    movement(row) {
      const previous = previousOf(partnerAt(row));
      const steps = previous === null ? 0 : (decided[row] ?? 0) - previous;
      return { code: codes[row] ?? "unchanged", steps, missedReviews: missedReviews[row] ?? 0, graceReviews: movement.graceReviews };
    },
    override: (row) => inForce(partnerAt(row)),
    state(row) {
      const { previous } = partnerAt(row);
      const tier = tiers[decided[row] ?? 0]?.key ?? "";
      return { tier, since: previous?.tier === tier ? previous.since : asOf, missedReviews: missedReviews[row] ?? 0 };
    },
  };
}

function isReview(reviews: Movement["promoteAt"], month: number): boolean {
  return reviews === "everyRun" || reviews.months.includes(month);
}
