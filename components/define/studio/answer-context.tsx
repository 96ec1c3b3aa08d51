"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { ProgramIssue } from "@/lib/domain/define/program-issue";
import type { Behind } from "@/lib/domain/optimize/behind";

// What the simulator says of the draft, beside its editors. Apart from the studio itself, and each from the other, so that an answer has
// drawn anew only what shows it.

const BehindContext = createContext<Behind | null>(null);
const IssuesContext = createContext<readonly ProgramIssue[]>([]);

type AnswerProviderProps = {
  /** Today's partners behind what is edited; null while that is not known. */
  readonly behind: Behind | null;
  /** What contradicts itself in the draft. */
  readonly issues: readonly ProgramIssue[];
  readonly children: ReactNode;
};

export function AnswerProvider({ behind, issues, children }: AnswerProviderProps) {
  return (
    <IssuesContext value={issues}>
      <BehindContext value={behind}>{children}</BehindContext>
    </IssuesContext>
  );
}

export function useBehind(): Behind | null {
  return useContext(BehindContext);
}

/** Tells what contradicts itself at a place of the document, or below it. */
export function useIssuesAt(): (path: string) => readonly ProgramIssue[] {
  const issues = useContext(IssuesContext);
  return (path) => issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`));
}
