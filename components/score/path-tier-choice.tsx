import type { Route } from "next";
import Link from "next/link";
import { LinkProgress } from "@/components/ui/link-progress";
import type { ScorecardTier, StaffScorecard } from "@/lib/contracts/scorecard";

type PathTierChoiceProps = { readonly tiers: readonly ScorecardTier[]; readonly current: string; readonly tierHref: (tier: string) => Route };

/** Another tier to look for a path to, each at its own address. */
export function PathTierChoice({ tiers, current, tierHref }: PathTierChoiceProps) {
  return (
    <nav aria-label="Tier to reach" className="flex flex-wrap gap-x-4 print:hidden">
      {tiers.map(({ key, name }) => (
        <Link
          key={key}
          href={tierHref(key)}
          prefetch={false}
          aria-current={key === current ? "true" : undefined}
          className="py-1.5 text-accent underline decoration-accent/35 underline-offset-4 hover:decoration-accent aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
        >
          {name}
          <LinkProgress />
        </Link>
      ))}
    </nav>
  );
}

/** The tiers above the one that the figures qualify for, lowest first. */
export function tiersToReach({ tiers, qualified }: Pick<StaffScorecard, "tiers" | "qualified">): readonly ScorecardTier[] {
  return tiers.slice(tiers.findIndex(({ key }) => key === qualified.key) + 1);
}
