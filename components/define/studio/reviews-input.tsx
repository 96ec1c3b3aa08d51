"use client";

import { formatMonth } from "@/components/format/date";
import type { Movement } from "@/lib/domain/define/program";
import { SelectInput } from "./fields";

type ReviewsInputProps = {
  readonly label: string;
  readonly value: Movement["promoteAt"];
  readonly onChange: (reviews: Movement["promoteAt"]) => void;
};

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** At every run, or only at those whose day lies in some months. */
export function ReviewsInput({ label, value, onChange }: ReviewsInputProps) {
  const months = value === "everyRun" ? null : value.months;
  return (
    <div>
      <SelectInput
        label={label}
        value={months === null ? "everyRun" : "months"}
        options={[
          { value: "everyRun", label: "At every run" },
          { value: "months", label: "At runs of some months" },
        ]}
        onChange={(kind) => onChange(kind === "everyRun" ? "everyRun" : { months: [3, 6, 9, 12] })}
      />
      {months !== null && (
        <fieldset className="mt-2 grid grid-cols-3 gap-x-3 gap-y-1 text-sm sm:grid-cols-4">
          <legend className="sr-only">{label} in</legend>
          {MONTHS.map((month) => (
            <label key={month} className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                className="size-4 accent-(--color-accent)"
                checked={months.includes(month)}
                disabled={months.length === 1 && months.includes(month)}
                onChange={({ target }) =>
                  onChange({ months: target.checked ? [...months, month].sort((a, b) => a - b) : months.filter((other) => other !== month) })
                }
              />
              {formatMonth(month).slice(0, 3)}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
