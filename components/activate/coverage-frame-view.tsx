import type { ReactNode } from "react";
import { formatDate } from "@/components/format/date";
import { formatCount } from "@/components/format/number";
import { programVersionPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { ButtonLink, DownloadLink } from "@/components/ui/button-link";
import { DisclosureMark } from "@/components/ui/disclosure-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import type { CoverageFrame } from "@/lib/contracts/coverage";
import { coverageByCells, coverageByPotential, overlapIndex } from "@/lib/domain/activate/coverage-sum";
import { type CoverageAddress, type CoverageView, coverageAddress, exportAddress } from "./coverage-address";
import { CoverageFilters } from "./coverage-filters";
import { amountWords, coverageRuleWords, shareWords } from "./coverage-words";

type CoverageFrameViewProps = {
  readonly frame: CoverageFrame;
  readonly address: CoverageAddress;
  readonly view: CoverageView;
  readonly children: ReactNode;
};

const VIEWS = { matrix: "Matrix", map: "Map", gaps: "Gaps", quarters: "Quarters" } as const satisfies Record<CoverageView, string>;
const VIEW_ORDER = ["matrix", "map", "gaps", "quarters"] as const;

/** What every view of coverage shows: of which run, how much of which cells is covered, and the way to the other views of the same cells. */
export function CoverageFrameView({ frame, address, view, children }: CoverageFrameViewProps) {
  const { run, rule, currency, qualifiedTier } = frame;
  return (
    <>
      <PageHeader
        title="Activate"
        lead={
          <>
            Territory coverage of run {run.number}, as of {formatDate(run.asOf)}: where active qualified partners sell which product lines, and where
            nobody does. {run.status === "draft" && <Badge tone="warn">Draft</Badge>}
          </>
        }
        actions={
          rule !== null && (
            <>
              <DownloadLink href={exportAddress(run.number, address, "csv")}>Export CSV</DownloadLink>
              <DownloadLink href={exportAddress(run.number, address, "xlsx")}>Export XLSX</DownloadLink>
            </>
          )
        }
      />
      {rule === null ? (
        <EmptyState
          title="This version of the program does not say when a region is covered"
          action={<ButtonLink href={programVersionPath(run.program.key, run.program.version)}>The program</ButtonLink>}
        >
          From which revenue on a partner is active and from which tier on it is qualified are part of the program document,{" "}
          <code className="text-xs">coverage</code>. It takes effect with the version that states it.
        </EmptyState>
      ) : (
        <>
          <Tabs
            label="Coverage"
            tabs={VIEW_ORDER.map((name) => ({ label: VIEWS[name], href: coverageAddress(name, address), current: name === view }))}
          />
          <CoverageFilters frame={frame} address={address} view={view} />
          <Figures frame={frame} address={address} />
          {children}
          <details className="group mt-10 text-sm">
            <summary className="inline-flex min-h-6 items-center gap-1 font-medium text-muted hover:text-ink">
              <DisclosureMark />
              How a cell is judged
            </summary>
            <ul className="mt-2 list-disc space-y-1 pl-5 marker:text-muted">
              {coverageRuleWords(rule, qualifiedTier, currency).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
              <li>
                A potential that is not imported is an estimate: the line’s revenue per unit of regional weight where it is sold, times the region’s
                weight. Without a weight there is none.
              </li>
              <li>Regions, their weights and product lines are those of today; revenue and tiers are those of the run.</li>
            </ul>
          </details>
        </>
      )}
    </>
  );
}

function Figures({ frame, address }: { readonly frame: CoverageFrame; readonly address: CoverageAddress }) {
  const { total, currency, unplacedE4 } = frame;
  const potential = coverageByPotential(total);
  const white = total.byState.white_space;
  return (
    <div className="mt-4 mb-6">
      <KeyFigures
        figures={[
          {
            label: "Coverage by potential",
            value: shareWords(potential),
            note:
              potential.percent === null
                ? "no potential is known"
                : `${amountWords(potential.numerator, currency)} of ${amountWords(potential.denominator, currency)}`,
          },
          {
            label: "Coverage by cells",
            value: shareWords(coverageByCells(total)),
            note: `${formatCount(total.cells - white)} of ${formatCount(total.cells)} cells`,
          },
          {
            label: "White space",
            value: `${formatCount(white)} cells`,
            note: total.potentialE4 === null ? "potential not known" : `${amountWords(total.potentialE4 - total.reachedE4, currency)} of potential`,
            href: coverageAddress("gaps", address, { state: "white_space" }),
          },
          {
            label: "Overlap index",
            value: shareWords(overlapIndex(total)),
            note: `${formatCount(total.byState.contested)} contested cells`,
          },
        ]}
      />
      {total.withoutPotential > 0 && (
        <p className="mt-2 text-xs text-muted">
          Of {formatCount(total.withoutPotential)} cells no potential is known: none is imported, and none can be estimated, because the region has no
          weight or the line is sold in no region that has one. They are in no amount of potential.
        </p>
      )}
      {unplacedE4 !== 0 && (
        <p className="mt-2 text-xs text-muted">
          {amountWords(unplacedE4, currency)} of revenue are booked on regions that have others below them: they are in the sums, and in no cell.
        </p>
      )}
    </div>
  );
}
