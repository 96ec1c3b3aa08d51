"use client";

import type { KeyboardEvent } from "react";

type PanelTabsProps<Key extends string> = {
  readonly label: string;
  readonly current: Key;
  readonly tabs: readonly { readonly key: Key; readonly label: string }[];
  readonly onChange: (key: Key) => void;
};

/** Views of one panel. One stop for the keyboard, the arrows go on (WAI-ARIA tabs). */
export function PanelTabs<Key extends string>({ label, current, tabs, onChange }: PanelTabsProps<Key>) {
  function press(event: KeyboardEvent<HTMLDivElement>) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.findIndex(({ key }) => key === current) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChange(next.key);
    const buttons = event.currentTarget.querySelectorAll<HTMLButtonElement>("[role=tab]");
    buttons[tabs.indexOf(next)]?.focus();
  }
  return (
    <div role="tablist" tabIndex={-1} aria-label={label} onKeyDown={press} className="mt-5 mb-3 flex flex-wrap gap-x-5 border-b border-line">
      {tabs.map(({ key, label: name }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === current}
          tabIndex={key === current ? 0 : -1}
          onClick={() => onChange(key)}
          className="-mb-px min-h-9 border-b-2 border-transparent text-sm font-medium text-muted hover:text-ink aria-selected:border-accent aria-selected:text-ink"
        >
          {name}
        </button>
      ))}
    </div>
  );
}
