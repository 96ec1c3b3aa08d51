"use client";

import type { Benefit, Grant } from "@/lib/domain/define/benefit";
import { editGrant, statedGrant } from "@/lib/domain/define/edit-entitlements";
import type { Tier } from "@/lib/domain/define/program";
import { minorDigits } from "@/lib/domain/shared/money";
import { unitOfGrant } from "./benefit-words";
import { NumberInput } from "./number-input";
import { RateInput } from "./rate-input";
import { useStudio } from "./studio-context";
import { WrappedSelect } from "./wrapped-select";

type GrantInputProps = {
  readonly benefit: Benefit;
  readonly tier: Tier;
  /** The unit follows each number; else a heading says it. */
  readonly isWithUnit?: boolean;
};

/** What one tier is granted of one benefit, in the benefit's own unit. */
export function GrantInput({ benefit, tier, isWithUnit = false }: GrantInputProps) {
  const { program, edit, settle } = useStudio();
  const grant = statedGrant(program, tier.key, benefit);
  const label = `${benefit.name} of ${tier.name}`;
  const none = grant === undefined ? "not stated" : "nothing";
  const set = (next: Grant, continues = false) => edit(editGrant(program, tier.key, benefit.key, next), label, { continues });
  switch (benefit.type) {
    case "level":
      return (
        <WrappedSelect
          label={label}
          value={typeof grant === "string" ? grant : ""}
          options={[{ value: "", label: none }, ...benefit.levels.map(({ key, name }) => ({ value: key, label: name }))]}
          onChange={(level) => set(level === "" ? null : level)}
        />
      );
    case "included":
      return (
        <label className="flex min-h-8 items-center justify-end pr-2.5 max-sm:min-h-10">
          <span className="sr-only">{label}</span>
          <input
            type="checkbox"
            className="size-4 accent-(--color-accent)"
            checked={grant === true}
            onChange={({ target }) => set(target.checked ? true : null)}
          />
        </label>
      );
    default: {
      const Input = benefit.type === "rate" ? RateInput : NumberInput;
      return (
        <Input
          label={label}
          isLabelHidden
          value={typeof grant === "number" ? grant : null}
          none={none}
          min={0}
          decimals={benefit.type === "amount" ? minorDigits(program.currency) : 0}
          onChange={(next) => set(next, true)}
          onSettle={settle}
          {...(isWithUnit && { suffix: unitOfGrant(benefit, program.currency) })}
        />
      );
    }
  }
}
