"use client";

import type { Window } from "@/lib/domain/define/metric";
import { CheckInput, type Option, SelectInput } from "./fields";
import { NumberInput } from "./number-input";
import { useStudio } from "./studio-context";

type WindowInputProps = {
  readonly value: Window;
  /** Whether it may count everything up to the as-of date. */
  readonly mayBeLifetime: boolean;
  readonly onChange: (window: Window) => void;
};

const WINDOWS: readonly Option<Window["kind"]>[] = [
  { value: "trailingMonths", label: "The last months" },
  { value: "fiscalQuarterToDate", label: "The fiscal quarter so far" },
  { value: "fiscalYearToDate", label: "The fiscal year so far" },
  { value: "programYearToDate", label: "The program year so far" },
  { value: "lifetime", label: "Everything up to the as-of date" },
];

/** Which days of facts count. */
export function WindowInput({ value, mayBeLifetime, onChange }: WindowInputProps) {
  const { settle } = useStudio();
  const options = WINDOWS.filter(({ value: kind }) => mayBeLifetime || kind !== "lifetime" || value.kind === "lifetime");
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-start gap-3">
        <SelectInput
          label="Period"
          isNarrow
          value={value.kind}
          options={options}
          onChange={(kind) => onChange(kind === "trailingMonths" ? { kind, months: 12 } : { kind })}
        />
        {value.kind === "trailingMonths" && (
          <div className="w-24">
            <NumberInput
              label="Months"
              value={value.months}
              isWhole
              min={1}
              max={120}
              onChange={(months) => onChange({ ...value, months })}
              onSettle={settle}
            />
          </div>
        )}
      </div>
      {value.kind !== "lifetime" && (
        <CheckInput
          label="The period before it instead"
          hint={value.kind === "trailingMonths" ? "As many months, right before those." : "The same days of the one before."}
          checked={value.previous === true}
          onChange={(isPrevious) => {
            const { previous: _, ...rest } = value;
            onChange(isPrevious ? { ...rest, previous: true } : rest);
          }}
        />
      )}
    </div>
  );
}
