"use client";

import { useState } from "react";
import { problemWords } from "@/components/api/problem-words";
import { useSubmission } from "@/components/api/use-submission";
import { formatDate } from "@/components/format/date";
import { counted } from "@/components/format/number";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { BackTest } from "@/lib/contracts/back-test";
import { MOST_QUARTERS } from "@/lib/domain/optimize/back-test/back-test-limits";
import { BackTestQuarters } from "./back-test-quarters";
import { BackTestTotals } from "./back-test-totals";
import { progressWords } from "./back-test-words";
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
  label: `The last ${counted(quarters, "quarter")}`,
}));

/** What the draft would have made of past quarters, tested by the worker, quarter by quarter. */
export function BackTestPanel({ path, revision, isSaved }: BackTestPanelProps) {
  const { backTest, problem, start, cancel } = useBackTest(path, revision);
  const [quarters, setQuarters] = useState(String(MOST_QUARTERS));
  const submission = useSubmission();
  if (backTest === undefined) {
    return problem === null ? (
      <p className="text-sm text-muted">Looking for a back-test of this draft…</p>
    ) : (
      <Notice tone="bad">{problemWords(problem)}</Notice>
    );
  }
  const isRunning = backTest?.status === "running";
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm text-muted">
        What these rules, had they been in effect, would have made of past quarters: each with what was known then, and with the tiers that the
        quarter before left.
      </p>
      {isRunning ? (
        <Running backTest={backTest} onCancel={() => void submission.submit(cancel)} isPending={submission.pending} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <SelectInput label="Quarters tested" isLabelHidden isNarrow value={quarters} options={CHOICES} onChange={setQuarters} />
          <Button
            look={backTest === null ? "primary" : "secondary"}
            disabled={!isSaved || submission.pending}
            onClick={() => void submission.submit(() => start(Number(quarters)))}
          >
            {backTest === null ? "Run a back-test" : "Run it again"}
          </Button>
          {!isSaved && <span className="text-sm text-muted">Once the draft is saved: it is tested as it is stored.</span>}
        </div>
      )}
      {submission.problem !== null && <Notice tone="bad">{submission.problem}</Notice>}
      {problem !== null && <Notice tone="warn">{problemWords(problem)}</Notice>}
      {backTest !== null && <Outcome backTest={backTest} />}
    </div>
  );
}

type RunningProps = { readonly backTest: BackTest; readonly onCancel: () => void; readonly isPending: boolean };

function Running({ backTest, onCancel, isPending }: RunningProps) {
  const { results, quarters, mayCancel, askedBy } = backTest;
  return (
    <div>
      <ProgressBar label="Back-test" done={results.length / quarters} />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2 text-sm">
        <p role="status" className="text-muted tabular-nums">
          {progressWords(backTest)} You may go on editing.
        </p>
        {mayCancel ? (
          <Button disabled={isPending} onClick={onCancel}>
            Cancel
          </Button>
        ) : (
          <span className="text-muted">{askedBy} asked for it, and alone may cancel it.</span>
        )}
      </div>
    </div>
  );
}

/** How it ended, whether that is still of the draft, and what it found as far as it came. */
function Outcome({ backTest }: { readonly backTest: BackTest }) {
  const { status, failure, isCurrent, askedBy, run, results, quarters, summary, tiers } = backTest;
  return (
    <>
      {status === "failed" && (
        <Notice tone="bad" title="The back-test failed">
          {failure}
        </Notice>
      )}
      {status === "cancelled" && (
        <Notice>
          {askedBy} cancelled it after {counted(results.length, "quarter")} of {quarters}.
        </Notice>
      )}
      {!isCurrent && <Notice tone="warn">It is of the draft as it was before. Run it again to see what the rules do as they are now.</Notice>}
      <p className="text-sm text-muted">
        Asked for by {askedBy}, on quarters that ended by {formatDate(run.asOf)}, the day of run {run.number}.
      </p>
      {summary !== null && <BackTestTotals summary={summary} tiers={tiers} />}
      {results.length > 0 && <BackTestQuarters backTest={backTest} />}
    </>
  );
}
