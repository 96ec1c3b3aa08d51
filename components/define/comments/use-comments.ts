"use client";

import { useCallback, useEffect, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import type { ProgramComment } from "@/lib/contracts/program";
import { versionApiPath } from "../version-api-path";

const LOOK_MS = 10_000;

type Comments = {
  /** In the order in which they were said; null until they are known. */
  readonly comments: readonly ProgramComment[] | null;
  /** Why they are not known, or not as they are now; null when nothing is amiss. */
  readonly problem: unknown;
  /** Each shows afterwards what everybody has said by then, also when it was refused. @throws ApiProblem */
  readonly add: (text: string, place: string | null) => Promise<void>;
  readonly resolve: (number: number) => Promise<void>;
};

/** What people say of a version, kept up with while the page is looked at. `known`: what came with the page, if it did. */
export function useComments(program: string, version: number, known: readonly ProgramComment[] | null): Comments {
  const [comments, setComments] = useState(known);
  const [problem, setProblem] = useState<unknown>(null);
  const path = `${versionApiPath(program, version)}/comments`;
  const isKnown = known !== null;

  const look = useCallback(async () => {
    try {
      setComments((await apiRequest<{ items: ProgramComment[] }>("GET", path)).items);
      setProblem(null);
    } catch (reason) {
      setProblem(reason);
    }
  }, [path]);

  useEffect(() => {
    if (!isKnown) look().catch(setProblem);
    const timer = setInterval(async () => {
      if (document.visibilityState === "visible") await look();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isKnown, look]);

  async function post(address: string, body: unknown): Promise<void> {
    try {
      await apiRequest("POST", address, body);
    } finally {
      await look();
    }
  }

  return {
    ...{ comments, problem },
    add: (text, place) => post(path, { text, path: place }),
    resolve: (number) => post(`${path}/${number}/resolve`, {}),
  };
}
