"use client";

import { type ReactNode, useId, useState } from "react";
import { counted, formatTyped } from "@/components/format/number";
import { ungrouped } from "@/components/format/typed-number";
import { CONTROL, Field } from "@/components/ui/field";
import { exactDecimal } from "@/lib/domain/shared/exact-decimal";
import { MAX_QUANTITY } from "@/lib/domain/shared/max-quantity";
import { withoutNoise } from "@/lib/domain/shared/round-number";

type NumberRules = {
  readonly label: string;
  /** The number is as it shall be. */
  readonly onSettle: () => void;
  readonly min?: number;
  readonly max?: number;
  readonly isWhole?: boolean;
  readonly isPositive?: boolean;
  /** How many digits after the point at most, such as a currency has. */
  readonly decimals?: number;
  /** How far an arrow key goes. */
  readonly step?: number;
  readonly hint?: ReactNode;
  readonly suffix?: string;
  readonly isLabelHidden?: boolean;
};

/** `onChange` is called with every number on the way, so that what follows from it follows at once. */
type SomeNumber = { readonly value: number; readonly onChange: (value: number) => void; readonly none?: undefined };

/** `none`: what it means to leave it empty, in a word; that is null. */
type NumberOrNone = { readonly value: number | null; readonly onChange: (value: number | null) => void; readonly none: string };

export type NumberInputProps = NumberRules & (SomeNumber | NumberOrNone);

/** What is in the field while it is typed, and the number before; `known`: the numbers that the draft may have by this typing. */
type Typing = { readonly text: string; readonly before: number | null; readonly known: readonly (number | null)[] };

/** A number that is typed. What is no number, or not one that is allowed, is said beside it and changes nothing. */
export function NumberInput(props: NumberInputProps) {
  const { label, value, onSettle, step = 1, hint, suffix, isLabelHidden = false } = props;
  const noteId = useId();
  const [typed, setTyping] = useState<Typing | null>(null);
  // A number that was not typed here, such as a colleague's or an undone one, is shown, and not what was typed before it.
  const typing = typed?.known.includes(value) ? typed : null;
  const text = typing?.text ?? (value === null ? "" : formatTyped(value));
  const read = readNumber(text);
  const isNone = props.none !== undefined && text.trim() === "";
  const fault = isNone ? undefined : read === null ? unreadWords(text) : faultOf(read, props);

  function type(next: string) {
    const before = typing === null ? value : typing.before;
    const number = readNumber(next);
    setTyping({ text: next, before, known: [value, before, next.trim() === "" ? null : number] });
    if (props.none !== undefined && next.trim() === "") props.onChange(null);
    else if (number !== null && faultOf(number, props) === undefined) props.onChange(number);
    else putBack(before);
  }

  /** What was there before the typing began: of 150 where 100 is the most, the 15 on the way is not meant either. */
  function putBack(before: number | null) {
    if (before === value) return;
    if (props.none !== undefined) props.onChange(before);
    else if (before !== null) props.onChange(before);
  }

  function settle() {
    setTyping(null);
    onSettle();
  }

  function cancel() {
    if (typing !== null) putBack(typing.before);
    setTyping(null);
  }

  function stepBy(steps: number) {
    const next = withoutNoise((read ?? value ?? 0) + steps * step);
    if (faultOf(next, props) === undefined) type(String(next));
  }

  const control = (ids: { readonly id?: string; readonly "aria-describedby"?: string | undefined; readonly "aria-invalid"?: true | undefined }) => (
    <span className="flex items-center gap-1.5">
      <input
        {...ids}
        inputMode="decimal"
        autoComplete="off"
        aria-label={isLabelHidden ? label : undefined}
        className={`${CONTROL} text-right tabular-nums`}
        placeholder={props.none}
        value={text}
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === "Enter") settle();
          if (event.key === "Escape") cancel();
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          stepBy((event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1));
        }}
      />
      {suffix !== undefined && <span className="shrink-0 text-sm text-muted">{suffix}</span>}
    </span>
  );
  if (isLabelHidden) {
    return (
      <span>
        {control(fault === undefined ? {} : { "aria-describedby": noteId, "aria-invalid": true })}
        {fault !== undefined && (
          <span id={noteId} className="mt-1 block text-xs text-bad">
            {fault}
          </span>
        )}
      </span>
    );
  }
  return <Field label={label} hint={hint} error={fault} control={control} />;
}

/** Null for what is no number. */
export function readNumber(text: string): number | null {
  const digits = ungrouped(text);
  return digits === null ? null : Number(digits);
}

function unreadWords(text: string): string {
  return /^[+\-−]?\d*,\d*$/.test(text.trim()) ? "Type decimals after a point, such as 2.5." : "Type a number.";
}

function faultOf(value: number, { min, max, isWhole = false, isPositive = false, decimals }: NumberRules): string | undefined {
  if (isWhole && !Number.isInteger(value)) return "Type a whole number.";
  if (isPositive && value <= 0) return "Type a number above 0.";
  if (decimals !== undefined && exactDecimal(value).decimals > decimals) return `Type at most ${counted(decimals, "digit")} after the point.`;
  if (min !== undefined && value < min) return `Type at least ${formatTyped(min)}.`;
  if (max !== undefined && value > max) return `Type at most ${formatTyped(max)}.`;
  if (Math.abs(value) > MAX_QUANTITY) return "That is too large.";
  return undefined;
}
