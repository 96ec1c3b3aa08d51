"use client";

import { useEffect } from "react";
import type { DraftSession } from "./draft-session";

/** Ctrl+Z and Ctrl+Y (on a Mac, Cmd+Z and Cmd+Shift+Z) undo and redo changes of the draft. */
export function useShortcuts(session: DraftSession): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (!isRedo && key !== "z") return;
      if (event.target instanceof Element && event.target.closest("dialog, [data-own-undo]") !== null) return; // what is typed there is no change of the draft
      event.preventDefault();
      // What is being typed is a change like any other: it is over, and is what is undone. Whoever uses the keyboard stays where they are.
      const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      focused?.blur();
      if (isRedo) session.redo();
      else session.undo();
      focused?.focus({ preventScroll: true });
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [session]);
}
