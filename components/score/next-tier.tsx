import { Section } from "@/components/ui/section";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { CheckTree } from "./check-tree";
import { namesOf } from "./check-words";
import { SeatsLine } from "./seats-line";
import { TierAsks } from "./tier-asks";
import { nextTier } from "./tier-sentence";

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
      {first !== null && first.check !== null && <CheckTree check={first.check} names={names} reader="partner" />}
      {first !== null && first.seats !== null && <SeatsLine seats={first.seats} reader="partner" />}
      <ul className="mt-4 border-t border-line">
        {others.map((tier) => (
          <li key={tier.key} className="border-b border-line">
            <TierAsks
              heading={`What ${tier.name} asks`}
              tier={tier}
              names={names}
              reader="partner"
              open={first === null && tier.key === scorecard.tier.key}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function headingOf(first: PartnerScorecard["tiers"][number] | null, inDanger: boolean): { title: string; hint: string } {
  if (first === null) return { title: "You are in the highest tier", hint: "This is what keeping it asks." };
  if (inDanger) return { title: `What keeping ${first.name} asks`, hint: "What is missing, and how much. What the other tiers ask follows." };
  return {
    title: `What ${first.name} asks`,
    hint: first.verdict === "met" ? "You meet all of it; see above why you are not there yet." : "What is missing, and how much.",
  };
}
