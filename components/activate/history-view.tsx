import { HistoryLine } from "@/components/charts/history-line";
import { formatDate } from "@/components/format/date";
import { formatCount } from "@/components/format/number";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageHistory, CoverageSum } from "@/lib/contracts/coverage";
import { coverageByCells, coverageByPotential, overlapIndex } from "@/lib/domain/activate/coverage-sum";
import { type CoverageAddress, coverageAddress } from "./coverage-address";
import { CoverageFrameView } from "./coverage-frame-view";
import { CoveragePath } from "./coverage-path";
import { amountWords, shareWords } from "./coverage-words";

type HistoryViewProps = { readonly history: CoverageHistory; readonly address: CoverageAddress };

/** Coverage of each published run. */
export function HistoryView({ history, address }: HistoryViewProps) {
  const { runs, currency } = history;
  const newestFirst = runs.toReversed();
  return (
    <CoverageFrameView frame={history} address={address} view="quarters">
      <CoveragePath frame={history} address={address} view="quarters" />
      <Section
        title="Coverage by published run"
        hint="Each run by the rule of its own program version, on the regions, weights and product lines of today. A line that nobody sold in the months of a run, and of which no potential is imported, has no cells in it: their number follows the lines sold."
      >
        <HistoryLine
          label="Coverage by potential at each published run; the table below has the figures."
          points={runs.map(({ run, asOf, total }) => {
            const share = total === null ? null : coverageByPotential(total);
            return {
              key: String(run),
              time: Date.parse(asOf),
              value: share?.percent ?? null,
              figure: share === null ? "" : shareWords(share),
              day: formatDate(asOf),
              look: run === history.run.number ? "shown" : "past",
            };
          })}
        />
        <Table caption="Coverage by published run">
          <thead>
            <tr>
              <HeadCell>As of</HeadCell>
              <HeadCell numeric>By potential</HeadCell>
              <HeadCell numeric>By cells</HeadCell>
              <HeadCell numeric wideOnly>
                Cells
              </HeadCell>
              <HeadCell numeric wideOnly>
                White space
              </HeadCell>
              <HeadCell numeric wideOnly>
                Overlap index
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map(({ run, asOf, version, total }, place) => (
              <Row key={run}>
                <Cell header>
                  <TextLink strong href={coverageAddress("matrix", address, { run })}>
                    {formatDate(asOf)}
                  </TextLink>
                  <span className="block text-xs text-muted">
                    run {run}, version {version}
                  </span>
                  {total !== null && (
                    <NarrowLine>
                      {formatCount(total.cells)} cells, {formatCount(total.byState.white_space)} white space, overlap{" "}
                      {shareWords(overlapIndex(total))}
                    </NarrowLine>
                  )}
                </Cell>
                <Cell numeric>
                  {total === null ? "no rule" : shareWords(coverageByPotential(total))}
                  {total !== null && (
                    <span className="block text-xs text-muted max-sm:hidden">
                      {amountWords(total.reachedE4, currency)} of {amountWords(total.potentialE4 ?? 0, currency)}
                    </span>
                  )}
                </Cell>
                <Cell numeric>
                  {total === null ? "–" : shareWords(coverageByCells(total))}
                  {total !== null && (
                    <span className="block text-xs text-muted max-sm:hidden">
                      {formatCount(total.cells - total.byState.white_space)} of {formatCount(total.cells)}
                    </span>
                  )}
                </Cell>
                <Cell numeric wideOnly>
                  {total === null ? "–" : formatCount(total.cells)}
                  <span className="block text-xs text-muted">{cellsChange(total, newestFirst[place + 1]?.total ?? null)}</span>
                </Cell>
                <Cell numeric wideOnly>
                  {total === null ? "–" : formatCount(total.byState.white_space)}
                </Cell>
                <Cell numeric wideOnly>
                  {total === null ? "–" : shareWords(overlapIndex(total))}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </Section>
    </CoverageFrameView>
  );
}

/** "392 fewer", against the run before. */
function cellsChange(total: CoverageSum | null, before: CoverageSum | null): string | null {
  if (total === null || before === null || total.cells === before.cells) return null;
  return `${formatCount(Math.abs(total.cells - before.cells))} ${total.cells > before.cells ? "more" : "fewer"}`;
}
