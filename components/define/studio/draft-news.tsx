"use client";

import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DraftView } from "./draft-session";

// The words for every change there is: large, and most drafts have one author.
const ChangeList = lazy(async () => ({ default: (await import("./change-list")).ChangeList }));
const ConflictList = lazy(async () => ({ default: (await import("./conflict-list")).ConflictList }));

type DraftNewsProps = Pick<DraftView, "told" | "left"> & {
  readonly onHeard: (number: number) => void;
  readonly onTakeUp: () => void;
  readonly onForget: () => void;
};

/** What an earlier visit left unsaved; what somebody else changed in the draft meanwhile, and what of it was not taken over. */
export function DraftNews({ told, left, onHeard, onTakeUp, onForget }: DraftNewsProps) {
  return (
    <div className="space-y-2 not-empty:mb-6">
      {left !== null && (
        <Notice
          tone="warn"
          title="What you changed here before was not saved"
          action={
            <span className="flex gap-2">
              <Button onClick={onTakeUp}>Take it up again</Button>
              <Button onClick={onForget}>Forget it</Button>
            </span>
          }
        >
          <Suspense>
            <ChangeList before={left.base} after={left.document} />
          </Suspense>
        </Notice>
      )}
      {told.map(({ number, by, isYours, before, after, mine, conflicts }) => (
        <Notice
          key={number}
          tone={conflicts.length > 0 ? "warn" : "info"}
          title={isYours ? "You changed this draft in another window" : `${by ?? "Somebody"} changed this draft`}
          action={<Button onClick={() => onHeard(number)}>All right</Button>}
        >
          <Suspense>
            <ChangeList before={before} after={after} />
            {conflicts.length > 0 && <ConflictList conflicts={conflicts} base={before} mine={mine} theirs={after} />}
          </Suspense>
        </Notice>
      ))}
    </div>
  );
}
