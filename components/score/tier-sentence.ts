import { formatDate } from "@/components/format/date";
import { counted, listed } from "@/components/format/number";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import type { MovementCode } from "@/lib/domain/score/decision";
import { missingWords, namesOf, nearestUnmet } from "./check-words";
import type { Reader } from "./reader";

/** Why the partner has the tier it has, from the decision's reason codes. */
export function tierSentence(scorecard: PartnerScorecard, reader: Reader): string {
  const { partner, tier, qualified, previous, movement, override } = scorecard;
  const isOwn = reader === "partner";
  const verb = (plural: string, singular: string) => (isOwn ? plural : singular);
  const who = verb("You", partner.name);
  const meets = verb("you meet", "it meets");
  const promoted = `${isOwn ? "Promoted" : `${who} was promoted`}${previous === null ? "" : ` from ${previous.name}`} to ${tier.name}`;
  const demoted = `${isOwn ? "Moved" : `${who} was moved`}${previous === null ? "" : ` from ${previous.name}`} down to ${tier.name}`;
  const misses = `${verb("your", "its")} figures qualify for ${qualified.name} only`;
  const left = movement.graceReviews - movement.missedReviews;
  switch (movement.code) {
    case "entered":
      return `${who} ${verb("enter", "enters")} at ${tier.name}, the highest tier whose requirements ${meets}.${reachWords(scorecard)}`;
    case "entered_new_partner":
      return `New partners start at ${tier.name} for their first months, whatever they qualify for.`;
    case "unchanged":
      return `${who} ${verb("stay", "stays")} ${tier.name}, the highest tier whose requirements ${meets}.${reachWords(scorecard)}`;
    case "promoted":
      return `${promoted}: ${meets} everything that ${tier.name} asks.${reachWords(scorecard)}`;
    case "promoted_step_limited":
      return `${promoted}: ${verb("your", "its")} figures qualify for ${qualified.name}, but one run moves a partner up at most ${counted(Math.abs(movement.steps), "tier")}.`;
    case "promotion_waits_for_review":
      return `${who} ${verb("qualify", "qualifies")} for ${qualified.name}; promotions are made at the next review.`;
    case "held_in_grace":
      return `${who} ${verb("keep", "keeps")} ${tier.name} in grace, missed review ${movement.missedReviews} of ${movement.graceReviews} that ${movement.graceReviews === 1 ? "is" : "are"} forgiven: ${misses}. ${left > 0 ? `After ${counted(left, "more missed review")} the tier falls.` : "At the next missed review the tier falls."}`;
    case "held_by_margin":
      return `${who} ${verb("keep", "keeps")} ${tier.name}: the score is within the hold margin, although ${misses}.`;
    case "kept_for_year":
      return `${who} ${verb("keep", "keeps")} ${tier.name}, which is kept for its program year, although ${misses}.`;
    case "demotion_waits_for_review":
      return `${who} ${verb("keep", "keeps")} ${tier.name} for now: ${misses}, and demotions are made at the next review.`;
    case "demoted":
      return `${demoted}: ${misses}.${movement.graceReviews > 0 ? " The grace reviews are used up." : ""}`;
    case "demoted_step_limited":
      return `${demoted}: ${misses}, but one run moves a partner down at most ${counted(Math.abs(movement.steps), "tier")}.`;
    case "overridden":
      return override === null
        ? `${tier.name} is set by hand.`
        : `${tier.name} is set by hand until ${formatDate(override.expires)}: ${override.reason}. Without it: ${qualified.name}.`;
  }
}

const REVIEW = "Reviews are the dates at which tiers may change.";
const GRACE = "Grace is the number of missed reviews in a row that the program forgives.";
const HINTS: Readonly<Partial<Record<MovementCode, string>>> = {
  held_in_grace: `${REVIEW} One is missed when the figures fall short of the tier held. ${GRACE}`,
  held_by_margin: "The hold margin keeps a partner in its tier while its score is only a few points short, so that small swings do not move it.",
  kept_for_year: "A tier once earned is kept until the program year is over, and longer where the program says so.",
  promotion_waits_for_review: REVIEW,
  demotion_waits_for_review: REVIEW,
};

/** The terms of the sentence in plain words; null where it has none. */
export function tierSentenceHint({ movement }: Pick<PartnerScorecard, "movement">): string | null {
  if (movement.code === "demoted" && movement.graceReviews > 0) return GRACE;
  return HINTS[movement.code] ?? null;
}

/** " Still missing for Elite: 3.6 points of score and 1 of Certified people." */
function reachWords(scorecard: PartnerScorecard): string {
  const next = nextTier(scorecard);
  if (next === null || next.check === null || next.verdict === "met") return "";
  const names = namesOf(scorecard);
  const missing = nearestUnmet(next.check)
    .slice(0, 3)
    .map((check) => missingWords(check, names));
  return missing.length === 0 ? "" : ` Still missing for ${next.name}: ${listed(missing)}.`;
}

/** The tier above the decided one; null at the top. */
export function nextTier({ tiers, tier }: Pick<PartnerScorecard, "tiers" | "tier">): PartnerScorecard["tiers"][number] | null {
  const place = tiers.findIndex(({ key }) => key === tier.key);
  return place === -1 ? null : (tiers[place + 1] ?? null);
}
