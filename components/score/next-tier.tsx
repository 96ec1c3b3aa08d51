import { Section } from "@/components/ui/section";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { CheckTree } from "./check-tree";
import { namesOf } from "./check-words";
import { nextTier } from "./tier-sentence";
import { VerdictMark } from "./verdict-mark";

type NextTierProps = { readonly scorecard: PartnerScorecard };

/** What asks for something first: the tier held when it is in danger, otherwise the one above; the other tiers follow, closed. */
export function NextTier({ scorecard }: NextTierProps) {
  const names = namesOf(scorecard);
  const held = scorecard.tiers.find(({ key }) => key === scorecard.tier.key) ?? null;
  const inDanger = held !== null && held.check !== null && held.verdict !== "met" && scorecard.override === null;
  const next = nextTier(scorecard);
  const first = inDanger ? held : next;
  const others = scorecard.tiers.filter(({ key, check }) => key !== first?.key && check !== null).toReversed();
  return (
    <Section {...headingOf(first, inDanger)}>
      {first !== null && first.check !== null && <CheckTree check={first.check} names={names} />}
      <ul className="mt-4 border-t border-line">
        {others.map((tier) => (
          <li key={tier.key} className="border-b border-line">
            <details className="group" open={first === null && tier.key === scorecard.tier.key}>
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

function headingOf(first: PartnerScorecard["tiers"][number] | null, inDanger: boolean): { title: string; hint: string } {
  if (first === null) return { title: "You are in the highest tier", hint: "This is what keeping it asks." };
  if (inDanger) return { title: `To keep ${first.name}`, hint: "What is missing, and how much. What the other tiers ask follows." };
  return {
    title: `What ${first.name} asks`,
    hint: first.verdict === "met" ? "You meet all of it; see above why you are not there yet." : "What is missing, and how much.",
  };
}
