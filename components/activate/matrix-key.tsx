import type { ReactNode } from "react";
import { CoverageState } from "@/lib/domain/activate/coverage-state";
import { COVERAGE_GROUNDS, STATE_GROUNDS } from "./matrix-ground";
import { StateMark } from "./state-mark";

/** What the marks and the grounds of the matrix mean, each on a sample of itself. */
export function MatrixKey() {
  return (
    <div className="mt-4 space-y-1.5 text-xs text-muted">
      <KeyLine label="Cells of one state:">
        {CoverageState.options.map((state) => (
          <Sample key={state} ground={STATE_GROUNDS[state]}>
            <StateMark state={state} />
          </Sample>
        ))}
      </KeyLine>
      <KeyLine label="Of several, by the potential covered:">
        {COVERAGE_GROUNDS.map(({ ground, words }) => (
          <Sample key={words} ground={ground}>
            {words}
          </Sample>
        ))}
      </KeyLine>
      <p>The sums of all have no ground.</p>
    </div>
  );
}

function KeyLine({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <p className="mr-1">{label}</p>
      <ul className="flex flex-wrap gap-1.5">{children}</ul>
    </div>
  );
}

function Sample({ ground, children }: { readonly ground: string; readonly children: ReactNode }) {
  return <li className={`whitespace-nowrap rounded-xs border border-line px-2 py-0.5 text-ink tabular-nums ${ground}`}>{children}</li>;
}
