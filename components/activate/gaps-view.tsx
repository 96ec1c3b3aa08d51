import { counted, formatCount } from "@/components/format/number";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CoverageGaps } from "@/lib/contracts/coverage";
import { CandidateList } from "./candidate-list";
import { type CoverageAddress, cellPath, coverageAddress } from "./coverage-address";
import { CoverageFrameView } from "./coverage-frame-view";
import { CoveragePath } from "./coverage-path";
import { amountWords, isOutsold, potentialWords, STATES, sourceWords } from "./coverage-words";
import { StateMark } from "./state-mark";

type GapsViewProps = { readonly answer: CoverageGaps; readonly address: CoverageAddress };

/** Where revenue is missing most, and who could bring it. */
export function GapsView({ answer, address }: GapsViewProps) {
  const { gaps, count, page, pages, run, currency, qualifiedTier } = answer;
  return (
    <CoverageFrameView frame={answer} address={address} view="gaps">
      <CoveragePath frame={answer} address={address} view="gaps" />
      <p role="status" className="mb-2 text-sm text-muted tabular-nums">
        {counted(count, "gap")}
        {address.state !== undefined && `, only ${STATES[address.state].toLowerCase()}`}, the largest potential first
      </p>
      {gaps.length === 0 ? (
        <EmptyState
          title="No gap here"
          action={
            <ButtonLink href={coverageAddress("gaps", address, { region: undefined, category: undefined, state: undefined })}>All gaps</ButtonLink>
          }
        >
          None of these cells is white space or thin.
        </EmptyState>
      ) : (
        <Table caption="Gaps by potential" stickyHead>
          <thead>
            <tr>
              <HeadCell numeric>Rank</HeadCell>
              <HeadCell>Cell</HeadCell>
              <HeadCell wideOnly>State</HeadCell>
              <HeadCell numeric wideOnly>
                Potential
              </HeadCell>
              <HeadCell numeric wideOnly>
                Revenue
              </HeadCell>
              <HeadCell wideOnly>Candidates</HeadCell>
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <Row key={`${gap.region.code} ${gap.line.code}`}>
                <Cell numeric muted>
                  {formatCount(gap.rank)}
                </Cell>
                <Cell header>
                  <TextLink strong href={cellPath(address, gap.region.code, gap.line.code)}>
                    {gap.region.name}, {gap.line.name}
                  </TextLink>
                  <NarrowLine>
                    <StateMark state={gap.state} />, {potentialWords(gap.potential, currency)} ({sourceWords(gap.potential)}),{" "}
                    {amountWords(gap.revenueE4, currency)} sold
                  </NarrowLine>
                  <span className="mt-2 block sm:hidden">
                    <CandidateList candidates={gap.candidates} run={run} currency={currency} qualifiedTier={qualifiedTier} />
                  </span>
                </Cell>
                <Cell wideOnly>
                  <StateMark state={gap.state} />
                </Cell>
                <Cell numeric wideOnly>
                  {potentialWords(gap.potential, currency)}
                  <span className="block text-xs text-muted">{sourceWords(gap.potential)}</span>
                </Cell>
                <Cell numeric wideOnly>
                  {amountWords(gap.revenueE4, currency)}
                  {isOutsold(gap) && <span className="block text-xs text-muted">without an active qualified partner</span>}
                </Cell>
                <Cell wideOnly>
                  <CandidateList candidates={gap.candidates} run={run} currency={currency} qualifiedTier={qualifiedTier} />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <Pager label="Pages of the gaps" page={page} pages={pages} href={(to) => coverageAddress("gaps", address, { page: to })} />
    </CoverageFrameView>
  );
}
