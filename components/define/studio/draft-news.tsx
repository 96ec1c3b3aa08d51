"use client";

import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Told } from "./draft-session";

// The words for every change there is: large, and most drafts have one author.
const ChangeList = lazy(async () => ({ default: (await import("./change-list")).ChangeList }));

type DraftNewsProps = { readonly told: readonly Told[]; readonly onHeard: (number: number) => void };

/** What somebody else changed in the draft meanwhile, and what of it was not taken over. */
export function DraftNews({ told, onHeard }: DraftNewsProps) {
  return (
    <div className="space-y-2 not-empty:mb-6">
      {told.map(({ number, by, before, after, conflicts }) => (
        <Notice
          key={number}
          tone={conflicts.length > 0 ? "warn" : "info"}
          title={`${by ?? "Somebody"} changed this draft`}
          action={<Button onClick={() => onHeard(number)}>All right</Button>}
        >
          <Suspense>
            <ChangeList before={before} after={after} />
          </Suspense>
          {conflicts.length > 0 && (
            <p className="mt-1">
              You changed the same: {conflicts.map(({ path }) => path).join(", ")}. What you wrote stands where both could not; look at it together.
            </p>
          )}
        </Notice>
      ))}
    </div>
  );
}
