"use client";

import { TierBadge } from "@/components/score/tier-badge";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Benefit } from "@/lib/domain/define/benefit";
import { grantUnitWords } from "./benefit-words";
import { GrantCell } from "./grant-cell";
import { useStudio } from "./studio-context";

type GrantMatrixProps = {
  readonly benefits: readonly Benefit[];
  /** The key of the benefit that is shown in full below. */
  readonly chosen: string;
  readonly onChoose: (benefit: string) => void;
};

/** What every tier is granted of every benefit, the highest tier first. For where there is room. */
export function GrantMatrix({ benefits, chosen, onChoose }: GrantMatrixProps) {
  const { program } = useStudio();
  const highestFirst = program.tiers.map((tier, place) => ({ tier, place })).toReversed();
  return (
    <ScrollRegion label="What each tier is granted" alsoWide>
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">What each tier is granted</caption>
        <thead>
          <tr className="border-b border-line-strong/40 text-xs text-muted">
            <th scope="col" className="py-2 pr-2 text-left font-medium">
              Benefit
            </th>
            {highestFirst.map(({ tier, place }) => (
              <th key={tier.key} scope="col" className="px-1 py-2 text-right font-medium">
                <TierBadge name={tier.name} place={place} of={program.tiers.length} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {benefits.map((benefit) => (
            <tr key={benefit.key} className="border-b border-line">
              <th scope="row" className="min-w-28 py-1.5 pr-2 text-left align-top font-normal">
                <button
                  type="button"
                  aria-pressed={benefit.key === chosen}
                  onClick={() => onChoose(benefit.key)}
                  className="min-h-6 text-left text-accent underline-offset-4 wrap-anywhere hover:underline aria-pressed:font-semibold"
                >
                  {benefit.name}
                </button>
                <span className="block text-xs text-muted">{grantUnitWords(benefit, program.currency)}</span>
              </th>
              {highestFirst.map(({ tier }) => (
                <GrantCell key={tier.key} benefit={benefit} tier={tier} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
