"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import type { BackTest, LastBackTest } from "@/lib/contracts/back-test";

const POLL_MS = 1_500;

export type BackTestView = {
  /** The last one of the draft; null before the first, undefined while that is not known. */
  readonly backTest: BackTest | null | undefined;
  /** Why it could not be read; null when it could. */
  readonly problem: unknown;
  readonly start: (quarters: number) => Promise<void>;
  readonly cancel: () => Promise<void>;
};

/** The last back-test of a draft, looked at again while it runs and when the draft was saved (`revision`). `path`: of the version. */
export function useBackTest(path: string, revision: number): BackTestView {
  const [backTest, setBackTest] = useState<BackTest | null>();
  const [problem, setProblem] = useState<unknown>(null);
  const asked = useRef(0);

  /** Answers may overtake each other: only that to the last question counts. */
  const ask = useCallback(async (question: () => Promise<BackTest | null>) => {
    asked.current += 1;
    const number = asked.current;
    const answer = await question();
    if (number !== asked.current) return;
    setBackTest(answer);
    setProblem(null);
  }, []);

  const look = useCallback(async () => {
    await ask(async () => (await apiRequest<LastBackTest>("GET", `${path}/back-test`)).backTest).catch(setProblem);
  }, [ask, path]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved decides whether the result is of the draft as it is now
  useEffect(() => void look(), [look, revision]);

  const isRunning = backTest?.status === "running";
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning, look]);

  return {
    ...{ backTest, problem },
    start: (quarters) => ask(() => apiRequest<BackTest>("POST", `${path}/back-test`, { quarters })),
    cancel: () => ask(() => apiRequest<BackTest>("POST", `${path}/back-test/cancel`, {})),
  };
}
