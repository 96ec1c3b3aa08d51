import { TierBadge } from "@/components/score/tier-badge";
import type { Program } from "@/lib/domain/define/program";
import { conditionWords, type ProgramNames } from "./condition-words";
import { capacityWords } from "./rule-words";

type TierRulesProps = { readonly tiers: Program["tiers"]; readonly names: ProgramNames };

/** What each tier asks and how many it takes, the highest first. */
export function TierRules({ tiers, names }: TierRulesProps) {
  const highestFirst = tiers.map((tier, place) => ({ ...tier, place })).toReversed();
  return (
    <ol className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 border-t border-line">
      {highestFirst.map((tier) => (
        <li key={tier.key} className="col-span-2 grid grid-cols-subgrid border-b border-line py-2.5">
          <span className="min-w-24">
            <TierBadge name={tier.name} place={tier.place} of={tiers.length} />
          </span>
          <span className="wrap-anywhere">
            {tier.requires === null ? "Every partner." : `${capitalized(conditionWords(tier.requires, names))}.`}
            {tier.capacity !== undefined && <span className="block text-sm text-muted">{capacityWords(tier.capacity)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
