"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import type { Benefit } from "@/lib/domain/define/benefit";
import { editBenefit, removeBenefit, shiftBenefit } from "@/lib/domain/define/edit-entitlements";
import { benefitOfType } from "./benefit-of-type";
import { BENEFIT_KINDS, BENEFIT_TYPES } from "./benefit-words";
import { SelectInput, TextInput } from "./fields";
import { GrantLimits } from "./grant-limits";
import { LevelList } from "./level-list";
import { useStudio } from "./studio-context";

type BenefitEditorProps = { readonly benefit: Benefit };

/** One benefit of the catalogue: what a grant of it is, what is expected of it, and who answers for it. */
export function BenefitEditor({ benefit }: BenefitEditorProps) {
  const heading = useId();
  const { program, edit, settle } = useStudio();
  const { key, name, type } = benefit;
  const benefits = program.entitlements?.benefits ?? [];
  const hasFund = program.funds?.some((fund) => fund.benefit === key) === true;
  const set = (change: (before: Benefit) => Benefit, what: string, continues = false) =>
    edit(editBenefit(program, key, change), `${what} of ${name}`, { continues });
  return (
    <section aria-labelledby={heading} className="space-y-4 border-t border-line pt-4">
      <h3 id={heading} className="text-base font-semibold wrap-anywhere">
        {name}
      </h3>
      <div className="grid items-start gap-4 @sm:grid-cols-2">
        <TextInput
          label="Name"
          value={name}
          maxLength={120}
          onChange={(next) => set((before) => ({ ...before, name: next }), "the name", true)}
          onSettle={settle}
        />
        <SelectInput
          label="Kind"
          value={benefit.kind}
          options={BENEFIT_KINDS}
          onChange={(kind) => set((before) => ({ ...before, kind }), "the kind")}
        />
        <SelectInput
          label="A grant is"
          value={type}
          options={BENEFIT_TYPES}
          onChange={(next) => set((before) => benefitOfType(next, before), "the type")}
          hint="When you change this, tiers are granted nothing until you say what."
        />
        <Unit benefit={benefit} onChange={(next) => set(() => next, "the unit")} />
      </div>
      {benefit.type === "level" ? (
        <LevelList
          levels={benefit.levels}
          onChange={(levels, continues) => set(() => ({ ...benefit, levels }), "the levels", continues)}
          onSettle={settle}
        />
      ) : (
        benefit.type !== "included" && (
          <GrantLimits benefit={benefit} onChange={(limits, continues) => set(() => withLimits(benefit, limits), "the limits", continues)} />
        )
      )}
      <TextInput
        label="What you expect of it"
        isLong
        value={benefit.outcome}
        maxLength={500}
        whenEmpty="Say what you expect of it."
        onChange={(outcome) => set((before) => ({ ...before, outcome }), "what is expected", true)}
        onSettle={settle}
        hint="Partners do not see it."
      />
      <TextInput
        label="Who answers for it"
        value={benefit.owner}
        maxLength={120}
        whenEmpty="Name a person or a team."
        onChange={(owner) => set((before) => ({ ...before, owner }), "the owner", true)}
        onSettle={settle}
        hint="A person or a team. Partners do not see it."
      />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button disabled={benefits[0]?.key === key} onClick={() => edit(shiftBenefit(program, key, -1), `the place of ${name}`)}>
          Move up
        </Button>
        <Button disabled={benefits.at(-1)?.key === key} onClick={() => edit(shiftBenefit(program, key, 1), `the place of ${name}`)}>
          Move down
        </Button>
        <Button look="quiet" className="ml-auto" onClick={() => edit(removeBenefit(program, key), `removing ${name}`)}>
          Remove this benefit{hasFund && " and its fund"}
        </Button>
      </div>
    </section>
  );
}

type UnitProps = { readonly benefit: Benefit; readonly onChange: (benefit: Benefit) => void };

function Unit({ benefit, onChange }: UnitProps) {
  switch (benefit.type) {
    case "amount":
      return (
        <SelectInput
          label="For each"
          value={benefit.per}
          options={[
            { value: "quarter", label: "Quarter" },
            { value: "year", label: "Year" },
            { value: "activity", label: "Activity" },
          ]}
          onChange={(per) => onChange({ ...benefit, per })}
        />
      );
    case "time":
      return (
        <SelectInput
          label="Counted in"
          value={benefit.unit}
          options={[
            { value: "hours", label: "Hours" },
            { value: "days", label: "Days" },
          ]}
          onChange={(unit) => onChange({ ...benefit, unit })}
        />
      );
    default:
      return null;
  }
}

type Limited = Extract<Benefit, { type: "amount" | "rate" | "time" }>;

function withLimits<Of extends Limited>({ limits: _, ...benefit }: Of, limits: Limited["limits"]): Benefit {
  return { ...benefit, ...(limits !== undefined && { limits }) } as Benefit;
}
