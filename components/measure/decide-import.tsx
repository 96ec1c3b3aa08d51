"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { apiRequest } from "@/components/api/api-request";
import { problemWords } from "@/components/api/problem-words";
import { counted } from "@/components/format/number";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type DecideImportProps = { readonly batch: number; readonly rejected: number; readonly good: number; readonly waiting: number };
type Word = "load" | "discard";

/** The person's word on a file with rows that cannot be read. */
export function DecideImport({ batch, rejected, good, waiting }: DecideImportProps) {
  const router = useRouter();
  const [pending, setPending] = useState<Word | null>(null);
  const [problem, setProblem] = useState<ReactNode>(null);

  async function decide(decision: Word) {
    setPending(decision);
    setProblem(null);
    try {
      await apiRequest("POST", `/api/v1/imports/${batch}/decision`, { decision });
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setPending(null);
      router.refresh();
    }
  }

  const loadWords = good > 0 ? `Load the ${counted(good, "good row")}` : `Keep the ${counted(waiting, "row")} with unknown codes`;
  return (
    <div className="rounded-lg border border-warn/40 bg-warn-soft p-4">
      <p className="font-medium text-warn">{counted(rejected, "row cannot be read", "rows cannot be read")}. Nothing is loaded until you say so.</p>
      <p className="mt-1 max-w-prose text-sm text-ink">
        {good > 0 ? "Load the good rows" : "Keep the rows that wait for their partner or product"} and mend the others later, or load nothing, mend
        the file and send it again. Rows that are loaded already count once either way.
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" disabled={pending !== null} onClick={() => decide("load")}>
          {pending === "load" ? "Loading…" : loadWords}
        </Button>
        <Button disabled={pending !== null} onClick={() => decide("discard")}>
          {pending === "discard" ? "Discarding…" : "Load nothing"}
        </Button>
      </div>
      {problem !== null && (
        <div className="mt-3">
          <Notice tone="bad">{problem}</Notice>
        </div>
      )}
    </div>
  );
}
