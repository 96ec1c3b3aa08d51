import type { ReactNode } from "react";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import type { ScorecardTier } from "@/lib/contracts/scorecard";
import { CheckTree } from "./check-tree";
import type { CheckNames } from "./check-words";
import type { Reader } from "./reader";
import { SeatsLine } from "./seats-line";
import { VerdictMark } from "./verdict-mark";

type TierAsksProps = {
  readonly heading: ReactNode;
  readonly tier: ScorecardTier;
  readonly names: CheckNames;
  readonly reader: Reader;
  readonly open: boolean;
};

/** One tier's verdict, and what it asks below it once opened. */
export function TierAsks({ heading, tier, names, reader, open }: TierAsksProps) {
  return (
    <details open={open} className="group">
      <summary className="flex min-h-11 items-center justify-between gap-4 hover:bg-hover">
        <span className="flex flex-wrap items-center gap-2">
          <DisclosureMark />
          {heading}
        </span>
        <VerdictMark verdict={tier.verdict} />
      </summary>
      <div className="pb-4 pl-6">
        {tier.check === null ? (
          <p className="text-sm text-muted">The lowest tier takes every partner.</p>
        ) : (
          <CheckTree check={tier.check} names={names} reader={reader} />
        )}
        {tier.seats !== null && <SeatsLine seats={tier.seats} reader={reader} />}
      </div>
    </details>
  );
}
