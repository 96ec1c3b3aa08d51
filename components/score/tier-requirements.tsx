import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { CheckTree } from "./check-tree";
import { namesOf } from "./check-words";
import { TierBadge } from "./tier-badge";
import { nextTier } from "./tier-sentence";
import { VerdictMark } from "./verdict-mark";

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
            <details open={tier.key === scorecard.tier.key || tier.key === next} className="group">
              <summary className="flex min-h-11 items-center justify-between gap-4 hover:bg-hover">
                <span className="flex flex-wrap items-center gap-2">
                  <span aria-hidden className="w-3 text-muted transition-transform group-open:rotate-90">
                    ›
                  </span>
                  <TierBadge name={tier.name} place={tier.place} of={scorecard.tiers.length} />
                  {tier.key === scorecard.tier.key && <span className="text-sm text-muted">current tier</span>}
                </span>
                <VerdictMark verdict={tier.verdict} />
              </summary>
              <div className="pb-4 pl-5">
                {tier.check === null ? (
                  <p className="text-sm text-muted">The lowest tier takes every partner.</p>
                ) : (
                  <CheckTree check={tier.check} names={names} />
                )}
              </div>
            </details>
          </li>
        ))}
    </ul>
  );
}
