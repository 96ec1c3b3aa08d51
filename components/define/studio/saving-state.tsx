"use client";

import { problemWords } from "@/components/api/problem-words";
import type { Saving } from "./draft-session";
import { TextLinkButton } from "./text-link-button";

type SavingStateProps = {
  readonly saving: Saving;
  /** Something that was changed here is not stored. */
  readonly isUnsaved: boolean;
  readonly onRetry: () => void;
};

/** Whether what is seen is stored. */
export function SavingState({ saving, isUnsaved, onRetry }: SavingStateProps) {
  switch (saving.kind) {
    case "saved":
      return <span role="status">All changes are saved.</span>;
    case "waiting":
    case "saving":
      return <span role="status">Saving…</span>;
    case "refused":
      return (
        <span role="alert" className="text-bad">
          Not saved: {problemWords(saving.problem)}
        </span>
      );
    case "failed":
      return (
        <span role="alert" className="text-bad">
          Not saved yet: {problemWords(saving.problem)} <TextLinkButton onClick={onRetry}>Try now</TextLinkButton>
        </span>
      );
    case "closed":
      return (
        <span role="alert" className="text-bad">
          {problemWords(saving.problem)}
          {isUnsaved && " What you changed since is on this page only. To keep it, copy it from JSON, the last part of the program."}
        </span>
      );
  }
}
