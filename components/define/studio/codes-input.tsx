"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { CONTROL } from "@/components/ui/field";

export type KnownCode = { readonly code: string; readonly name: string };

type CodesInputProps = {
  /** "Categories". */
  readonly label: string;
  readonly codes: readonly string[];
  /** To choose from; with none of them a code is typed. */
  readonly known: readonly KnownCode[];
  /** Never called with none. */
  readonly onChange: (codes: readonly string[]) => void;
  /** Called when the last one is taken away. */
  readonly onEmpty: () => void;
};

/** Some codes: each can be taken away, others are chosen, or typed where there is nothing to choose from. */
export function CodesInput({ label, codes, known, onChange, onEmpty }: CodesInputProps) {
  const [typed, setTyped] = useState("");
  const nameOf = (code: string) => known.find((one) => one.code === code)?.name ?? code;
  const others = known.filter(({ code }) => !codes.includes(code));

  function add(code: string) {
    setTyped("");
    const wanted = code.trim();
    if (wanted !== "" && !codes.includes(wanted)) onChange([...codes, wanted]);
  }

  function remove(code: string) {
    const rest = codes.filter((other) => other !== code);
    if (rest.length === 0) onEmpty();
    else onChange(rest);
  }

  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="float-left mr-2 text-sm text-muted">{label}</legend>
      {codes.map((code) => (
        <span key={code} className="inline-flex min-h-7 max-w-full items-center rounded-md bg-track pl-2 text-sm">
          <span className="truncate">{nameOf(code)}</span>
          <button
            type="button"
            aria-label={`Take ${nameOf(code)} away`}
            className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:text-ink"
            onClick={() => remove(code)}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      ))}
      {known.length > 0 ? (
        others.length > 0 && (
          <select
            aria-label={`Add to ${label.toLowerCase()}`}
            className={`${CONTROL} w-auto! max-w-full`}
            value=""
            onChange={({ target }) => add(target.value)}
          >
            <option value="">Add…</option>
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )
      ) : (
        <input
          aria-label={`Add to ${label.toLowerCase()}`}
          className={`${CONTROL} w-36!`}
          placeholder="type one, press Enter"
          value={typed}
          maxLength={120}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.key === "Enter") add(typed);
          }}
        />
      )}
    </fieldset>
  );
}
