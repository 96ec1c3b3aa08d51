"use client";

import { type ReactNode, useId } from "react";
import { useHydrated } from "@/components/shell/use-hydrated";
import { issueWords } from "../issue-words";
import { useIssuesAt } from "./answer-context";

type EditorFrameProps = {
  readonly title: string;
  /** What it is a part of: "Criterion", "Tier". */
  readonly kind: string;
  /** The place of the document that it edits: contradictions there are said here. */
  readonly path: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** One part of the program, with what contradicts itself in it. */
export function EditorFrame({ title, kind, path, hint, actions, children }: EditorFrameProps) {
  const heading = useId();
  const issues = useIssuesAt()(path);
  const hydrated = useHydrated();
  return (
    <section aria-labelledby={heading} className="@container space-y-5">
      <header>
        <p className="text-xs font-medium text-muted">{kind}</p>
        <h2 id={heading} className="text-xl wrap-anywhere">
          {title}
        </h2>
        {hint && <p className="mt-1 max-w-prose text-sm text-pretty text-muted">{hint}</p>}
      </header>
      {issues.length > 0 && (
        <ul className="space-y-1 text-sm">
          {issues.map((issue) => (
            <li key={`${issue.path} ${issue.code}`} className={issue.severity === "error" ? "text-bad" : "text-warn"}>
              {issue.path !== path && <span className="text-muted">{issue.path}: </span>}
              {issueWords(issue)}
            </li>
          ))}
        </ul>
      )}
      {/* What was typed before scripts answer would look taken, and be lost. */}
      <fieldset disabled={!hydrated} className="min-w-0 space-y-5">
        {children}
        {actions && <footer className="flex flex-wrap gap-2 border-t border-line pt-4">{actions}</footer>}
      </fieldset>
    </section>
  );
}
