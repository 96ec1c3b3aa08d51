"use client";

import { unitsOf } from "@/lib/domain/shared/round";
import { NumberInput, type NumberInputProps } from "./number-input";

/** A rate in basis points, typed in percent. */
export function RateInput(props: NumberInputProps) {
  const rules = { decimals: 2, step: 0.25 };
  if (props.none === undefined) {
    return <NumberInput {...props} {...rules} value={props.value / 100} onChange={(percent) => props.onChange(unitsOf(percent, 2))} />;
  }
  return (
    <NumberInput
      {...props}
      {...rules}
      value={props.value === null ? null : props.value / 100}
      onChange={(percent: number | null) => props.onChange(percent === null ? null : unitsOf(percent, 2))}
    />
  );
}
