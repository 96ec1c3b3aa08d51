"use client";

import { useState } from "react";
import { CONTROL, Field } from "@/components/ui/field";
import { KEY_PATTERN } from "@/lib/domain/define/key-pattern";

type KeyInputProps = {
  readonly value: string;
  /** The keys of its like, its own among them. */
  readonly taken: readonly string[];
  readonly onRename: (key: string) => void;
};

/** What a part of the program is called by machines. It is renamed once it is typed: on the way every key would be another part. */
export function KeyInput({ value, taken, onRename }: KeyInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed === null || typed === value ? undefined : faultOf(typed, taken);

  function settle() {
    if (typed !== null && typed !== value && fault === undefined) onRename(typed);
    setTyped(null);
  }

  return (
    <div className="max-w-72">
      <Field
        label="Key"
        hint="What files, the API and comments call it."
        error={fault}
        control={(ids) => (
          <input
            {...ids}
            data-own-undo
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            className={`${CONTROL} font-mono`}
            value={typed ?? value}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={settle}
            onKeyDown={({ key }) => {
              if (key === "Enter") settle();
              if (key === "Escape") setTyped(null);
            }}
          />
        )}
      />
    </div>
  );
}

function faultOf(key: string, taken: readonly string[]): string | undefined {
  if (!KEY_PATTERN.test(key)) return "Use lower-case letters, digits and _, starting with a letter.";
  return taken.includes(key) ? "Another one has this key." : undefined;
}
