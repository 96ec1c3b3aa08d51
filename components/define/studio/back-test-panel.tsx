"use client";

import { useRef, useState } from "react";
import { problemWords } from "@/components/api/problem-words";
import { useSubmission } from "@/components/api/use-submission";
import { counted } from "@/components/format/number";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BackTest } from "@/lib/contracts/back-test";
import { MOST_QUARTERS } from "@/lib/domain/optimize/back-test/back-test-limits";
import { BackTestQuarters } from "./back-test-quarters";
import { BackTestTotals } from "./back-test-totals";
import { statusWords } from "./back-test-words";
import { SelectInput } from "./fields";
import { useBackTest } from "./use-back-test";

type BackTestPanelProps = {
  /** Of the version, in the API. */
  readonly path: string;
  /** Of the draft as it is stored. */
  readonly revision: number;
  /** A draft is tested as it is stored. */
  readonly isSaved: boolean;
};

const CHOICES = [MOST_QUARTERS, MOST_QUARTERS / 2, 1].map((quarters) => ({
  value: String(quarters),
  label: quarters === 1 ? "The last quarter" : `The last ${counted(quarters, "quarter")}`,
}));

/** What the draft would have made of past quarters, tested by the worker, quarter by quarter. */
export function BackTestPanel({ path, revision, isSaved }: BackTestPanelProps) {
  const { backTest, problem, start, cancel } = useBackTest(path, revision);
  const [quarters, setQuarters] = useState(String(MOST_QUARTERS));
  const { pending, problem: refusal, submit } = useSubmission();
  const status = useRef<HTMLParagraphElement>(null);
  if (backTest === undefined) {
    return problem === null ? (
      <p className="text-sm text-muted">Looking for a back-test of this draft…</p>
    ) : (
      <Notice tone="bad">{problemWords(problem)}</Notice>
    );
  }

  /** The button that was pressed goes, so that the focus would be lost. */
  async function act(work: () => Promise<void>) {
    if (await submit(work)) status.current?.focus();
  }

  const isRunning = backTest?.status === "running";
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm text-muted">
        What these rules, had they been in effect, would have made of past quarters: each with what was known then, and with the tiers that the
        quarter before left.
      </p>
      {isRunning ? (
        <ProgressBar label="Back-test" done={backTest.results.length / backTest.quarters} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <SelectInput label="Quarters tested" isLabelHidden isNarrow value={quarters} options={CHOICES} onChange={setQuarters} />
          <Button
            look={backTest === null ? "primary" : "secondary"}
            disabled={!isSaved || pending}
            onClick={() => void act(() => start(Number(quarters)))}
          >
            {backTest === null ? "Run a back-test" : "Run it again"}
          </Button>
          {!isSaved && <span className="text-sm text-muted">Once the draft is saved: it is tested as it is stored.</span>}
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <p ref={status} tabIndex={-1} role="status" className="text-muted tabular-nums">
          {statusWords(backTest)}
        </p>
        {isRunning && backTest.mayCancel && (
          <Button disabled={pending} onClick={() => void act(cancel)}>
            Cancel
          </Button>
        )}
      </div>
      {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
      {problem !== null && <Notice tone="warn">{problemWords(problem)}</Notice>}
      {backTest !== null && <Outcome backTest={backTest} />}
    </div>
  );
}

/** How it ended, whether that is still of the draft, and what it found as far as it came. */
function Outcome({ backTest }: { readonly backTest: BackTest }) {
  const { status, failure, isCurrent, summary, results, tiers } = backTest;
  return (
    <>
      {status === "failed" && (
        <Notice tone="bad" title="The back-test failed">
          {failure}
        </Notice>
      )}
      {!isCurrent && <Notice tone="warn">It is of the draft as it was before. Run it again to see what the rules do as they are now.</Notice>}
      {summary !== null && <BackTestTotals summary={summary} tiers={tiers} />}
      {results.length > 0 && <BackTestQuarters backTest={backTest} />}
    </>
  );
}
