import { formatDate } from "@/components/format/date";
import { counted, formatCount, listed } from "@/components/format/number";
import type { Simulation } from "@/lib/contracts/simulation";
import type { ChangeCounts } from "@/lib/domain/optimize/effects";
import { ChangeFigures } from "./studio/change-figures";
import { CostTable } from "./studio/cost-table";
import { TierChangeTable } from "./studio/tier-change-table";

type SimulationSummaryProps = { readonly simulation: Simulation };

/** What a simulation that is kept found: who moves, and what it costs. */
export function SimulationSummary({ simulation: { run, summary } }: SimulationSummaryProps) {
  const { partners, decided, qualified } = summary;
  return (
    <div className="@container">
      <p>
        {changedWords(decided, partners)}{" "}
        <span className="text-muted">
          Tried on run {run.number}, {formatDate(run.asOf)}.
        </span>
      </p>
      <ChangeFigures change={decided} />
      {differs(decided, qualified) && (
        <p className="mb-3 text-sm text-muted">By figures alone, without grace, margins and reviews, {moveWords(qualified)}.</p>
      )}
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-5 @3xl:grid-cols-2">
        <TierChangeTable effects={summary} change={decided} />
        {summary.costs.length > 0 && (
          <div>
            <CostTable effects={summary} atTiersOf={`of run ${run.number}`} />
          </div>
        )}
      </div>
      {summary.unscored > 0 && <p className="mt-2 text-sm text-muted">{counted(summary.unscored, "partner has", "partners have")} no score by it.</p>}
    </div>
  );
}

function changedWords({ promoted, demoted, unplaced }: ChangeCounts, partners: number): string {
  const changed = promoted + demoted + unplaced;
  if (changed === 0) return `None of ${counted(partners, "partner")} changes its tier.`;
  return `${formatCount(changed)} of ${counted(partners, "partner")} ${changed === 1 ? "changes its tier" : "change their tier"}.`;
}

function moveWords({ promoted, demoted }: ChangeCounts): string {
  return listed([`${formatCount(promoted)} would rise`, `${formatCount(demoted)} would fall`]);
}

function differs(one: ChangeCounts, other: ChangeCounts): boolean {
  return one.promoted !== other.promoted || one.demoted !== other.demoted;
}
