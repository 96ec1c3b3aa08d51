import { startOfProgramYear } from "../define/metric-window";
import type { Movement, Program } from "../define/program";
import type { Override, PartnerInput, PartnerState } from "../run-input";
import { addMonths, monthOf, monthsBetween } from "../shared/calendar-day";
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

const MONTHS_A_YEAR = 12;

/**
 * Decides tiers by the first rule that applies:
 * 1. An override in force (as-of date before `expires`) pins its tier; missed reviews stand still while it pins the tier held.
 * 2. A partner in its first months is at the entry tier.
 * 3. A partner without a previous tier enters at the tier it qualifies for.
 * 4. The same tier again is unchanged, and forgives earlier misses.
 * 5. A higher tier waits for a promotion review; then the partner rises, at most `maxStepsUp` tiers.
 * 6. A lower tier: the hold margin keeps the tier without a miss, and so does the program year in which the partner qualified for it;
 *    otherwise it waits for a demotion review; each review missed counts; up to `graceReviews` are forgiven; then the partner falls, at
 *    most `maxStepsDown` tiers, with fresh grace there.
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
  const keptFrom = movement.keep === undefined ? null : addMonths(startOfProgramYear(asOf, program), -MONTHS_A_YEAR * movement.keep.programYears);

  const decided = new Uint8Array(partners.length);
  const missedReviews = new Float64Array(partners.length);
  const codes = new Array<MovementCode>(partners.length);
  const settle = (row: number, code: MovementCode, tier: number, missed = 0) => {
    decided[row] = tier;
    codes[row] = code;
    missedReviews[row] = missed;
  };

  const previousOf = ({ previous }: PartnerInput) => (previous === null ? null : (placeOf.get(previous.tier) ?? null));
  const inForce = ({ override }: PartnerInput) => (override !== null && asOf < override.expires && placeOf.has(override.tier) ? override : null);

  const move = (row: number, partner: PartnerInput) => {
    const qualifies = qualified[row] ?? 0;
    const previous = previousOf(partner);
    const missed = partner.previous?.missedReviews ?? 0;
    const override = inForce(partner);
    const pinned = override === null ? undefined : placeOf.get(override.tier);
    if (pinned !== undefined) return settle(row, "overridden", pinned, pinned === previous ? missed : 0);
    const entry = movement.newPartners;
    if (entry !== null && partner.enrolledOn !== null && monthsBetween(partner.enrolledOn, asOf) < entry.months) {
      return settle(row, "entered_new_partner", placeOf.get(entry.tier) ?? 0);
    }
    if (previous === null) return settle(row, "entered", qualifies);
    if (qualifies === previous) return settle(row, "unchanged", previous);
    if (qualifies > previous) return rise(row, previous, qualifies);
    if (movement.holdMargin > 0 && holds(row, previous)) return settle(row, "held_by_margin", previous);
    if (keptFrom !== null && (earnedOn(partner.previous) ?? "") >= keptFrom) return settle(row, "kept_for_year", previous, missed);
    return fall(row, previous, qualifies, missed);
  };

  const rise = (row: number, previous: number, qualifies: number) => {
    if (!mayPromote) return settle(row, "promotion_waits_for_review", previous);
    const tier = Math.min(qualifies, previous + (movement.maxStepsUp ?? tiers.length));
    return settle(row, tier < qualifies ? "promoted_step_limited" : "promoted", tier);
  };

  const fall = (row: number, previous: number, qualifies: number, missed: number) => {
    if (!mayDemote) return settle(row, "demotion_waits_for_review", previous, missed);
    if (missed < movement.graceReviews) return settle(row, "held_in_grace", previous, missed + 1);
    const tier = Math.max(qualifies, previous - (movement.maxStepsDown ?? tiers.length));
    return settle(row, tier > qualifies ? "demoted_step_limited" : "demoted", tier);
  };

  partners.forEach((partner, row) => {
    move(row, partner);
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
      const place = decided[row] ?? 0;
      const tier = tiers[place]?.key ?? "";
      const state = { tier, since: previous?.tier === tier ? previous.since : asOf, missedReviews: missedReviews[row] ?? 0 };
      if (movement.keep === undefined) return state;
      const earned = (qualified[row] ?? 0) >= place ? asOf : previous?.tier === tier ? earnedOn(previous) : null;
      return earned === null ? state : { ...state, qualifiedOn: earned };
    },
  };
}

/** The day of the last run in which it qualified for its tier; of a state from before that was noted, the day it came to it. */
function earnedOn(state: PartnerState | null): IsoDate | null {
  return state?.qualifiedOn ?? state?.since ?? null;
}

function isReview(reviews: Movement["promoteAt"], month: number): boolean {
  return reviews === "everyRun" || reviews.months.includes(month);
}
