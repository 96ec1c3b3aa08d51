"use client";

import { useId, useState } from "react";
import { CONTROL } from "@/components/ui/field";

type Value = string | number | boolean;
type ValuesInputProps = {
  readonly label: string;
  readonly values: readonly Value[];
  /** Values that partners have, to be offered. */
  readonly known: readonly string[];
  readonly onChange: (values: readonly Value[]) => void;
};

/** Some values, separated by commas. What was a number or a yes stays one as long as it is written so. */
export function ValuesInput({ label, values, known, onChange }: ValuesInputProps) {
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <span className="min-w-40 flex-1">
      <input
        aria-label={label}
        list={list}
        className={CONTROL}
        value={typed ?? values.join(", ")}
        placeholder="values, separated by commas"
        onChange={({ target }) => {
          setTyped(target.value);
          const read = readValues(target.value, values);
          if (read.length > 0) onChange(read);
        }}
        onBlur={() => setTyped(null)}
      />
      <datalist id={list}>
        {known.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </span>
  );
}

function readValues(text: string, before: readonly Value[]): Value[] {
  const words = text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return [...new Set(words)].map((word) => before.find((value) => String(value) === word) ?? word);
}
