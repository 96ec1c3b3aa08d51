import { Section } from "@/components/ui/section";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { CheckTree } from "./check-tree";
import { namesOf } from "./check-words";
import { nextTier } from "./tier-sentence";
import { VerdictMark } from "./verdict-mark";

type NextTierProps = { readonly scorecard: PartnerScorecard };

/** What the tier above asks and how far it is; the other tiers follow, closed. */
export function NextTier({ scorecard }: NextTierProps) {
  const names = namesOf(scorecard);
  const next = nextTier(scorecard);
  const others = scorecard.tiers.filter(({ key, check }) => key !== next?.key && check !== null).toReversed();
  return (
    <Section
      title={next === null ? "You are in the highest tier" : `What ${next.name} asks`}
      hint={
        next === null
          ? "This is what keeping it asks."
          : next.verdict === "met"
            ? "You meet all of it; see above why you are not there yet."
            : "What is missing, and how much."
      }
    >
      {next !== null && next.check !== null && <CheckTree check={next.check} names={names} />}
      <ul className="mt-4 border-t border-line">
        {others.map((tier) => (
          <li key={tier.key} className="border-b border-line">
            <details className="group" open={next === null && tier.key === scorecard.tier.key}>
              <summary className="flex min-h-11 items-center justify-between gap-4">
                <span className="flex items-center gap-2">
                  <span aria-hidden className="w-3 text-muted transition-transform group-open:rotate-90">
                    ›
                  </span>
                  What {tier.name} asks
                </span>
                <VerdictMark verdict={tier.verdict} />
              </summary>
              <div className="pb-3 pl-5">{tier.check !== null && <CheckTree check={tier.check} names={names} />}</div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
