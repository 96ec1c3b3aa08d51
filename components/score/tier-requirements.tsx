import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { namesOf } from "./check-words";
import { TierAsks } from "./tier-asks";
import { TierBadge } from "./tier-badge";
import { nextTier } from "./tier-sentence";

type TierRequirementsProps = { readonly scorecard: PartnerScorecard };

/** What every tier asks, the highest first; open are the partner's own tier and the one above. */
export function TierRequirements({ scorecard }: TierRequirementsProps) {
  const names = namesOf(scorecard);
  const next = nextTier(scorecard)?.key;
  return (
    <ul className="border-t border-line">
      {scorecard.tiers
        .map((tier, place) => ({ ...tier, place }))
        .toReversed()
        .map((tier) => (
          <li key={tier.key} className="border-b border-line">
            <TierAsks
              heading={
                <>
                  <TierBadge name={tier.name} place={tier.place} of={scorecard.tiers.length} />
                  {tier.key === scorecard.tier.key && <span className="text-sm text-muted">current tier</span>}
                </>
              }
              tier={tier}
              names={names}
              reader="staff"
              open={tier.key === scorecard.tier.key || tier.key === next}
            />
          </li>
        ))}
    </ul>
  );
}
