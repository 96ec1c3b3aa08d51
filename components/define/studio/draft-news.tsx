"use client";

import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Told } from "./draft-session";

// The words for every change there is: large, and most drafts have one author.
const ChangeList = lazy(async () => ({ default: (await import("./change-list")).ChangeList }));
const ConflictList = lazy(async () => ({ default: (await import("./conflict-list")).ConflictList }));

type DraftNewsProps = { readonly told: readonly Told[]; readonly onHeard: (number: number) => void };

/** What somebody else changed in the draft meanwhile, and what of it was not taken over. */
export function DraftNews({ told, onHeard }: DraftNewsProps) {
  return (
    <div className="space-y-2 not-empty:mb-6">
      {told.map(({ number, by, before, after, mine, conflicts }) => (
        <Notice
          key={number}
          tone={conflicts.length > 0 ? "warn" : "info"}
          title={`${by ?? "Somebody"} changed this draft`}
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
