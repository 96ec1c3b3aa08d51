import type { Route } from "next";
import { HistoryLine } from "@/components/charts/history-line";
import { formatDate } from "@/components/format/date";
import { formatFixed } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { Movement } from "./movement";
import { TierBadge } from "./tier-badge";

type ScoreHistoryProps = {
  readonly scorecard: PartnerScorecard;
  /** Where the scorecard of another run is. */
  readonly runAddress: (run: number) => Route;
};

const DRAWN = 8;

/** Score and tier by published run, newest first. */
export function ScoreHistory({ scorecard, runAddress }: ScoreHistoryProps) {
  const decimals = scorecard.program.scoreDecimals;
  const oldestFirst = scorecard.history.toSorted((a, b) => a.run - b.run);
  const places = scorecard.tiers.map(({ key }) => key);
  if (oldestFirst.length === 0) return <p className="text-muted">The history begins with the first published run.</p>;
  return (
    <>
      <HistoryLine
        label="Score by run"
        points={oldestFirst.slice(-DRAWN).map((entry) => ({
          key: String(entry.run),
          value: entry.score,
          label: formatDate(entry.asOf),
          title: entry.score === null ? "" : `${formatFixed(entry.score, decimals)}`,
        }))}
      />
      <Table caption="History by run">
        <thead>
          <tr>
            <HeadCell>Run</HeadCell>
            <HeadCell>As of</HeadCell>
            <HeadCell>Tier</HeadCell>
            <HeadCell>Movement</HeadCell>
            <HeadCell numeric>Score</HeadCell>
          </tr>
        </thead>
        <tbody>
          {oldestFirst.toReversed().map((entry) => (
            <Row key={entry.run}>
              <Cell header>
                {entry.run === scorecard.run.number ? (
                  <span aria-current="page">Run {entry.run}, shown here</span>
                ) : (
                  <TextLink href={runAddress(entry.run)}>Run {entry.run}</TextLink>
                )}
              </Cell>
              <Cell>{formatDate(entry.asOf)}</Cell>
              <Cell>
                <TierBadge name={entry.tierName} place={places.indexOf(entry.tier)} of={places.length} />
              </Cell>
              <Cell>
                <Movement code={entry.movement} />
              </Cell>
              <Cell numeric>{entry.score === null ? "not scored" : formatFixed(entry.score, decimals)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
