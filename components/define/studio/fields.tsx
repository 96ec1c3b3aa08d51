"use client";

import { type ReactNode, useState } from "react";
import { CONTROL, Field } from "@/components/ui/field";

type TextInputProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSettle: () => void;
  readonly maxLength: number;
  readonly isOptional?: boolean;
  /** What is said when it is left empty. */
  readonly whenEmpty?: string;
  readonly hint?: ReactNode;
  readonly isLong?: boolean;
};

/** A name or a note. Left empty where it must not be, it says so and changes nothing. */
export function TextInput(props: TextInputProps) {
  const { label, value, onChange, onSettle, maxLength, isOptional = false, whenEmpty = "Give it a name.", hint, isLong = false } = props;
  const [typing, setTyping] = useState<{ readonly text: string; readonly before: string } | null>(null);
  // A name that was not typed here, such as a colleague's or an undone one, is shown, and not what was typed before it.
  const typed = typing !== null && [typing.text, typing.before].includes(value) ? typing.text : null;
  const isEmpty = !isOptional && typed?.trim() === "";

  function type(text: string) {
    setTyping({ text, before: value });
    if (isOptional || text.trim() !== "") onChange(text);
  }

  const common = {
    ...{ maxLength, value: typed ?? value },
    onBlur: () => {
      setTyping(null);
      onSettle();
    },
  };
  return (
    <Field
      label={label}
      hint={hint}
      error={isEmpty ? whenEmpty : undefined}
      control={(ids) =>
        isLong ? (
          <textarea {...ids} {...common} rows={3} className={`${CONTROL} h-auto! py-1.5`} onChange={({ target }) => type(target.value)} />
        ) : (
          <input {...ids} {...common} className={CONTROL} onChange={({ target }) => type(target.value)} />
        )
      }
    />
  );
}

export type Option<Value extends string> = { readonly value: Value; readonly label: string };

type SelectInputProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly isNarrow?: boolean;
};

export function SelectInput<Value extends string>(props: SelectInputProps<Value>) {
  const { label, value, options, onChange, hint, isLabelHidden = false, isNarrow = false } = props;
  const select = (ids: { readonly id?: string; readonly "aria-describedby"?: string | undefined }) => (
    <select
      {...ids}
      aria-label={isLabelHidden ? label : undefined}
      className={`${CONTROL} text-ellipsis ${isNarrow ? "field-sizing-content w-auto! max-w-full" : ""}`}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {options.every((option) => option.value !== value) && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
  return isLabelHidden ? select({}) : <Field label={label} hint={hint} control={({ "aria-invalid": _, ...ids }) => select(ids)} />;
}

type CheckInputProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
};

export function CheckInput({ label, checked, onChange, hint }: CheckInputProps) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        className="mt-0.5 size-4 accent-(--color-accent)"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        <span className="font-medium">{label}</span>
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}
