"use client";

import { useState } from "react";
import { CONTROL } from "@/components/ui/field";
import type { ProgramChoices } from "@/lib/contracts/program-choices";
import type { FactFilter } from "@/lib/domain/define/metric";
import { CodesInput, type KnownCode } from "./codes-input";
import { useStudio } from "./studio-context";

type FilterInputProps = {
  readonly label: string;
  readonly value: FactFilter;
  readonly onChange: (filter: FactFilter) => void;
};

type Dimension = keyof FactFilter;
const DIMENSIONS: readonly { readonly key: Dimension; readonly label: string; readonly known: (choices: ProgramChoices) => readonly KnownCode[] }[] =
  [
    { key: "categories", label: "Categories", known: ({ categories }) => categories.map((code) => ({ code, name: code })) },
    { key: "lines", label: "Product lines", known: ({ lines }) => lines },
    { key: "regions", label: "Regions", known: ({ regions }) => regions },
    { key: "skus", label: "SKUs", known: () => [] },
    { key: "segments", label: "Segments of end customers", known: () => [] },
  ];

/** Which sales count: those that are of one of the codes in every dimension that is named. */
export function FilterInput({ label, value, onChange }: FilterInputProps) {
  const { choices } = useStudio();
  const [begun, setBegun] = useState<Dimension | null>(null); // named, with no code yet: not part of the program before there is one
  const isShown = (key: Dimension) => value[key] !== undefined || begun === key;
  const shown = DIMENSIONS.filter(({ key }) => isShown(key));
  const others = DIMENSIONS.filter(({ key }) => !isShown(key));

  function set(key: Dimension, codes: readonly string[] | undefined) {
    setBegun(null);
    const { [key]: _, ...rest } = value;
    onChange(codes === undefined ? rest : { ...rest, [key]: [...codes] });
  }

  return (
    <fieldset className="space-y-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {shown.map(({ key, label: dimension, known }) => (
        <CodesInput
          key={key}
          label={dimension}
          codes={value[key] ?? []}
          known={known(choices)}
          onChange={(codes) => set(key, codes)}
          onEmpty={() => set(key, undefined)}
        />
      ))}
      {others.length > 0 && (
        <select
          aria-label={`${label}: narrow by`}
          className={`${CONTROL} w-auto! max-w-full`}
          value=""
          onChange={({ target }) => setBegun(others.find(({ key }) => key === target.value)?.key ?? null)}
        >
          <option value="">{shown.length === 0 ? "All sales; narrow to…" : "Narrow further to…"}</option>
          {others.map(({ key, label: dimension }) => (
            <option key={key} value={key}>
              {dimension}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}
