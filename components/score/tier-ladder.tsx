import type { PartnerScorecard } from "@/lib/contracts/scorecard";

type TierLadderProps = { readonly scorecard: Pick<PartnerScorecard, "tiers" | "tier"> };

/** All tiers from the lowest to the highest, with the partner's own marked in words too. */
export function TierLadder({ scorecard }: TierLadderProps) {
  const own = scorecard.tiers.findIndex(({ key }) => key === scorecard.tier.key);
  return (
    <ol aria-label="Tiers, lowest first" className="mt-5 grid auto-cols-fr grid-flow-col gap-1.5">
      {scorecard.tiers.map((tier, place) => (
        <li key={tier.key} aria-current={place === own ? "step" : undefined} className="min-w-0">
          <div className={`h-1.5 rounded-full ${place <= own ? "bg-accent" : "bg-track"}`} />
          <p className={`mt-1.5 truncate text-xs ${place === own ? "font-semibold" : "text-muted"}`}>{tier.name}</p>
          {place === own && <p className="text-xs text-accent">you are here</p>}
        </li>
      ))}
    </ol>
  );
}
