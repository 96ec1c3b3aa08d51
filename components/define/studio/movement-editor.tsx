"use client";

import type { Movement } from "@/lib/domain/define/program";
import { withoutUndefined } from "@/lib/domain/define/without-undefined";
import { EditorFrame } from "./editor-frame";
import { CheckInput, SelectInput } from "./fields";
import { MovementBehind } from "./movement-behind";
import { NumberInput } from "./number-input";
import { ReviewsInput } from "./reviews-input";
import { useStudio } from "./studio-context";

/** When and how far partners rise and fall, and what keeps them where they are. */
export function MovementEditor() {
  const { program, edit, settle } = useStudio();
  const { movement, tiers } = program;
  const set = (change: Partial<Movement>, what: string, continues = false) =>
    edit({ ...program, movement: withoutUndefined({ ...movement, ...change }) }, what, { continues });
  return (
    <EditorFrame
      title="Movement"
      kind="Rules"
      path="movement"
      hint="What a partner qualifies for, and the tier that it has, are two things: these rules lie between."
    >
      <MovementBehind />
      <div className="grid gap-4 @sm:grid-cols-2">
        <ReviewsInput label="Partners rise" value={movement.promoteAt} onChange={(promoteAt) => set({ promoteAt }, "when partners rise")} />
        <ReviewsInput label="Partners fall" value={movement.demoteAt} onChange={(demoteAt) => set({ demoteAt }, "when partners fall")} />
        <StepsInput label="At most, in one review, up" value={movement.maxStepsUp} onChange={(maxStepsUp) => set({ maxStepsUp }, "the steps up")} />
        <StepsInput
          label="At most, in one review, down"
          value={movement.maxStepsDown}
          onChange={(maxStepsDown) => set({ maxStepsDown }, "the steps down")}
        />
        <NumberInput
          label="Missed reviews that are forgiven"
          value={movement.graceReviews}
          isWhole
          min={0}
          max={12}
          onChange={(graceReviews) => set({ graceReviews }, "the grace", true)}
          onSettle={settle}
          hint="0: a partner falls at the first miss."
        />
        <NumberInput
          label="Hold margin"
          suffix="points"
          value={movement.holdMargin}
          min={0}
          max={50}
          step={0.5}
          onChange={(holdMargin) => set({ holdMargin }, "the hold margin", true)}
          onSettle={settle}
          hint="A tier is kept while its score is missed by less."
        />
      </div>
      <CheckInput
        label="A tier is kept for the program year"
        hint="Until the end of the program year in which the partner last qualified for it."
        checked={movement.keep !== undefined}
        onChange={(isKept) => set({ keep: isKept ? { programYears: 0 } : undefined }, "keeping tiers for the program year")}
      />
      {movement.keep !== undefined && (
        <div className="w-40 pl-6">
          <NumberInput
            label="And so many years more"
            value={movement.keep.programYears}
            isWhole
            min={0}
            max={3}
            onChange={(programYears) => set({ keep: { programYears } }, "the years that a tier is kept", true)}
            onSettle={settle}
          />
        </div>
      )}
      <CheckInput
        label="New partners enter at one tier"
        hint="Whatever they qualify for in their first months."
        checked={movement.newPartners !== null}
        onChange={(isOn) => set({ newPartners: isOn ? { months: 12, tier: tiers[0]?.key ?? "" } : null }, "the tier of new partners")}
      />
      {movement.newPartners !== null && (
        <div className="flex flex-wrap gap-3 pl-6">
          <div className="w-40">
            <NumberInput
              label="For so many months"
              value={movement.newPartners.months}
              isWhole
              min={1}
              max={36}
              onChange={(months) =>
                movement.newPartners && set({ newPartners: { ...movement.newPartners, months } }, "the months of new partners", true)
              }
              onSettle={settle}
            />
          </div>
          <SelectInput
            label="At"
            isNarrow
            value={movement.newPartners.tier}
            options={tiers.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(tier) => movement.newPartners && set({ newPartners: { ...movement.newPartners, tier } }, "the tier of new partners")}
          />
        </div>
      )}
    </EditorFrame>
  );
}

type StepsInputProps = { readonly label: string; readonly value: number | null; readonly onChange: (steps: number | null) => void };

function StepsInput({ label, value, onChange }: StepsInputProps) {
  const steps = ["1", "2", "3", "4"].map((step) => ({ value: step, label: step === "1" ? "One tier" : `${step} tiers` }));
  return (
    <SelectInput
      label={label}
      value={value === null ? "" : String(value)}
      options={[{ value: "", label: "As far as they qualify" }, ...steps]}
      onChange={(chosen) => onChange(chosen === "" ? null : Number(chosen))}
    />
  );
}
