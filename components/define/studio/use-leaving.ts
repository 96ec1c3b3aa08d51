"use client";

import { useEffect } from "react";
import type { DraftSession } from "./draft-session";

/** Saves a draft when its page is put aside, and asks before one is left whose last changes are not stored. */
export function useLeaving(session: DraftSession): void {
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") void session.saveNow();
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (session.unsaved() === null) return;
      void session.saveNow();
      event.preventDefault();
    };
    // A link within the application loads no page, so the browser does not ask. What only waits to be saved is saved on the way.
    const following = (event: MouseEvent) => {
      if (!leadsAway(event) || !isStuck(session) || window.confirm("Your last changes are not saved. Leave the draft without them?")) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("beforeunload", leaving);
    document.addEventListener("click", following, { capture: true });
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("beforeunload", leaving);
      document.removeEventListener("click", following, { capture: true });
    };
  }, [session]);
}

/** Whether a click follows a link to another page in this tab. */
function leadsAway({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link === null || button !== 0 || ctrlKey || metaKey || shiftKey) return false;
  return link.target !== "_blank" && link.origin === window.location.origin && link.pathname !== window.location.pathname;
}

function isStuck(session: DraftSession): boolean {
  const { kind } = session.view().saving;
  return (kind === "failed" || kind === "refused" || kind === "closed") && session.isUnsaved();
}
