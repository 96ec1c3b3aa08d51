"use client";

import { useState } from "react";
import { THEME_COOKIE, THEMES, type Theme } from "./theme";

const NAMES: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

type ThemeSwitchProps = { readonly initial: Theme };

/** The cookie lets the server send the right theme with the first byte. */
export function ThemeSwitch({ initial }: ThemeSwitchProps) {
  const [theme, setTheme] = useState(initial);

  function choose(next: Theme) {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
  }

  return (
    <fieldset>
      <legend className="mb-1 text-xs text-muted">Theme</legend>
      <div className="flex rounded-md bg-track p-0.5">
        {THEMES.map((option) => (
          <label
            key={option}
            className="flex h-7 flex-1 cursor-pointer items-center justify-center rounded px-2 text-xs font-medium text-muted has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input type="radio" name="theme" value={option} checked={theme === option} onChange={() => choose(option)} className="sr-only" />
            {NAMES[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
