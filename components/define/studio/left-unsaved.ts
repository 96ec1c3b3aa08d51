"use client";

import { useEffect } from "react";
import type { DraftSession, Unsaved } from "./draft-session";

/**
 * Keeps in the tab what leaves the page unsaved, such as by the browser's Back, and goes on with it when the draft is opened again.
 * `key`: the draft, as no other one has it.
 */
export function useLeftUnsaved(session: DraftSession, key: string): void {
  useEffect(() => {
    const left = read(key);
    if (left !== null) session.recall(left);
    const keep = () => write(key, session.unsaved());
    document.addEventListener("visibilitychange", keep);
    return () => {
      document.removeEventListener("visibilitychange", keep);
      keep();
      // Whoever left goes on to be saved when the server is back, and has left nothing then.
      const forget = session.subscribe(() => {
        keep();
        if (session.unsaved() === null) forget();
      });
    };
  }, [session, key]);
}

function read(key: string): Unsaved | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Unsaved); // what `write` wrote
  } catch {
    return null; // a browser that keeps nothing
  }
}

function write(key: string, left: Unsaved | null): void {
  try {
    if (left === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(left));
  } catch {
    // A browser that keeps nothing, or not so much: the draft itself is asked for before it is left.
  }
}
