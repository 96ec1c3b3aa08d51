"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { apiRequest } from "@/components/api/api-request";
import type { DraftState, ProgramVersion } from "@/lib/contracts/program";
import { versionApiPath } from "../version-api-path";
import { DraftSession, type DraftStore, type DraftView } from "./draft-session";
import { useLeftUnsaved } from "./left-unsaved";
import { useLeaving } from "./use-leaving";

const LOOK_MS = 5_000;

/** A draft that is edited on this page, saved as it changes, and kept up with what others do to it. */
export function useDraft(version: ProgramVersion): { readonly session: DraftSession; readonly view: DraftView } {
  const [session] = useState(() => new DraftSession(version, storeOf(version)));
  const view = useSyncExternalStore(session.subscribe, session.view, session.view);

  useEffect(() => {
    session.look();
    const timer = setInterval(() => session.look(), LOOK_MS);
    const leave = session.attend();
    return () => {
      clearInterval(timer);
      leave();
    };
  }, [session]);
  useLeaving(session);
  useLeftUnsaved(session, `draft ${version.program.key} ${version.version} ${version.createdAt}`);

  return { session, view };
}

function storeOf({ program, version }: ProgramVersion): DraftStore {
  const path = versionApiPath(program.key, version);
  return {
    save: (document, revision) => apiRequest<ProgramVersion>("PUT", `${path}/document`, { document, revision }),
    read: () => apiRequest<ProgramVersion>("GET", path),
    see: () => apiRequest<DraftState>("PUT", `${path}/presence`, {}),
    merge: async () => (await import("@/lib/domain/define/merge-programs")).mergePrograms,
  };
}
