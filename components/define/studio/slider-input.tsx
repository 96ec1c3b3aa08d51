"use client";

import type { ReactNode } from "react";
import { NumberInput } from "./number-input";

type SliderInputProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onSettle: () => void;
  readonly min: number;
  /** Of the slider; a larger number can be typed. */
  readonly max: number;
  /** Of what is typed. */
  readonly most: number;
  readonly step: number;
  readonly suffix?: string;
  /** What the value means: "30% of Performance". */
  readonly hint?: ReactNode;
  readonly isLabelHidden?: boolean;
};

/** A number by a slider or typed, whichever is at hand. */
export function SliderInput({ label, value, onChange, onSettle, min, max, most, step, suffix, hint, isLabelHidden = false }: SliderInputProps) {
  return (
    <div>
      {!isLabelHidden && <p className="mb-1 text-sm font-medium">{label}</p>}
      <div className="flex items-center gap-3">
        <input
          type="range"
          aria-label={label}
          {...{ min, max, step }}
          value={Math.min(value, max)}
          onChange={({ target }) => onChange(Number(target.value))}
          onPointerUp={onSettle}
          onKeyUp={onSettle}
          onBlur={onSettle}
          className="h-6 min-w-0 flex-1 accent-(--color-accent)"
        />
        <span className="w-24 shrink-0">
          <NumberInput
            label={`${label}, typed`}
            isLabelHidden
            value={value}
            min={min}
            max={most}
            step={step}
            onChange={onChange}
            onSettle={onSettle}
            {...(suffix !== undefined && { suffix })}
          />
        </span>
      </div>
      {hint && <p className="mt-1 text-xs text-muted">{hint}</p>}
    </div>
  );
}
