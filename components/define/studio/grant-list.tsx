"use client";

import type { Benefit } from "@/lib/domain/define/benefit";
import { grantUnitWords } from "./benefit-words";
import { SelectInput } from "./fields";
import { GrantInput } from "./grant-input";
import { useStudio } from "./studio-context";

type GrantListProps = {
  readonly benefits: readonly Benefit[];
  readonly chosen: Benefit;
  readonly onChoose: (benefit: string) => void;
};

/** What every tier is granted of one benefit, the highest tier first: the matrix where there is no room for it. */
export function GrantList({ benefits, chosen, onChoose }: GrantListProps) {
  const { program } = useStudio();
  return (
    <div className="space-y-3">
      <SelectInput
        label="Benefit"
        value={chosen.key}
        options={benefits.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={onChoose}
        hint={grantUnitWords(chosen, program.currency)}
      />
      <ul className="divide-y divide-line border-y border-line">
        {program.tiers.toReversed().map((tier) => (
          <li key={tier.key} className="grid grid-cols-[minmax(0,1fr)_minmax(0,12rem)] items-center gap-3 py-2 text-sm">
            <span className="wrap-anywhere">{tier.name}</span>
            <GrantInput benefit={chosen} tier={tier} isWithUnit />
          </li>
        ))}
      </ul>
    </div>
  );
}
