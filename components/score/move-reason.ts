import { counted } from "@/components/format/number";
import type { Move } from "@/lib/contracts/run";

/** Which rule made the move, or kept the partner, where the figures alone do not say: grace, step limit, review, override. `tierName` of a key. */
export function moveReason(
  { movement, qualified, reviewSteps, missedReviews, graceReviews }: Move,
  tierName: (key: string) => string,
): string | null {
  const qualifies = `qualifies for ${tierName(qualified)}`;
  const atMost = `one run moves at most ${counted(Math.abs(reviewSteps), "tier")}`;
  const graceUsedUp = graceReviews > 0 ? ", grace is used up" : "";
  switch (movement) {
    case "entered":
    case "unchanged":
    case "promoted":
      return null;
    case "promoted_step_limited":
      return `${qualifies}; ${atMost} up`;
    case "promotion_waits_for_review":
      return `${qualifies}; promotions are made at the next review`;
    case "held_in_grace":
      return `${qualifies} only; missed review ${missedReviews} of ${graceReviews} forgiven`;
    case "held_by_margin":
      return `${qualifies} only; the score is within the hold margin`;
    case "kept_for_year":
      return `${qualifies} only; the tier is kept for its program year`;
    case "demotion_waits_for_review":
      return `${qualifies} only; demotions are made at the next review`;
    case "demoted":
      return `${qualifies} only${graceUsedUp}`;
    case "demoted_step_limited":
      return `${qualifies} only${graceUsedUp}; ${atMost} down`;
    case "entered_new_partner":
      return `${qualifies}; new partners start here`;
    case "overridden":
      return `set by hand; ${qualifies}`;
  }
}
