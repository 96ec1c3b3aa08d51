"use client";

import type { ConditionPlace } from "@/lib/domain/define/edit-condition";
import { editCondition, partsOf } from "@/lib/domain/define/edit-condition";
import type { Condition } from "@/lib/domain/define/program";

type CutSliderProps = {
  readonly name: string;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onSettle: () => void;
};

/** The score that a tier asks for, as a slider as wide as the drawing of scores above it. Nothing where it asks for none, or for several. */
export function CutSlider({ name, condition, onChange, onSettle }: CutSliderProps) {
  const [place, ...others] = scorePlaces(condition);
  if (place === undefined || others.length > 0) return null;
  return (
    <input
      type="range"
      aria-label={`Score that ${name} asks for`}
      min={0}
      max={100}
      step={0.5}
      value={place.atLeast}
      className="mt-1 h-6 w-full accent-(--color-accent)"
      onChange={({ target }) => {
        const next = editCondition(condition, place.at, () => ({ kind: "score", atLeast: Number(target.value) }));
        if (next !== null) onChange(next);
      }}
      onPointerUp={onSettle}
      onKeyUp={onSettle}
      onBlur={onSettle}
    />
  );
}

type ScorePlace = { readonly at: ConditionPlace; readonly atLeast: number };

function scorePlaces(condition: Condition, at: ConditionPlace = []): ScorePlace[] {
  if (condition.kind === "score") return [{ at, atLeast: condition.atLeast }];
  return condition.kind === "not" ? [] : partsOf(condition).flatMap((part, place) => scorePlaces(part, [...at, place]));
}
