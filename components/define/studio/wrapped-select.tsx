"use client";

import { ChevronDown } from "lucide-react";
import { CONTROL } from "@/components/ui/field";
import type { Option } from "./fields";

type WrappedSelectProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option<string>[];
  readonly onChange: (value: string) => void;
};

/** A choice for a narrow cell: what is chosen may take several lines, which a browser's own field would cut. That field lies over it, unseen. */
export function WrappedSelect({ label, value, options, onChange }: WrappedSelectProps) {
  return (
    <span className="relative block rounded-md has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <span aria-hidden className={`${CONTROL} flex h-auto! items-center justify-between gap-1 px-1.5! py-1.5 text-left leading-tight`}>
        <span className="min-w-0 wrap-break-word">{options.find((option) => option.value === value)?.label ?? value}</span>
        <ChevronDown className="size-3 shrink-0 text-muted" />
      </span>
      <select
        aria-label={label}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
