import type { Route } from "next";
import { HistoryLine } from "@/components/charts/history-line";
import { formatDate } from "@/components/format/date";
import { formatFixed } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import { type HistoryEntry, historyEntries } from "./history-entries";
import { Movement } from "./movement";
import { TierBadge } from "./tier-badge";

type ScoreHistoryProps = {
  readonly scorecard: PartnerScorecard;
  /** Where the scorecard of another run is. */
  readonly runAddress: (run: number) => Route;
};

const DRAWN = 12;

/** Score and tier by run, newest first: the published runs, and the run shown where it is not one of them. */
export function ScoreHistory({ scorecard, runAddress }: ScoreHistoryProps) {
  const decimals = scorecard.program.scoreDecimals;
  const entries = historyEntries(scorecard);
  const places = scorecard.tiers.map(({ key }) => key);
  return (
    <>
      <HistoryLine
        label={`Score by as-of date, as the table below gives it`}
        points={entries.slice(-DRAWN).map((entry) => ({
          key: String(entry.run),
          time: Date.parse(entry.asOf),
          value: entry.score,
          figure: entry.score === null ? "" : formatFixed(entry.score, decimals),
          day: formatDate(entry.asOf),
          look: entry.isShown ? (entry.unpublished === null ? "shown" : "draft") : "past",
        }))}
      />
      <Table caption="History by run">
        <thead>
          <tr>
            <HeadCell>Run</HeadCell>
            <HeadCell wideOnly>As of</HeadCell>
            <HeadCell>Tier</HeadCell>
            <HeadCell wideOnly>Movement</HeadCell>
            <HeadCell numeric>Score</HeadCell>
          </tr>
        </thead>
        <tbody>
          {entries.toReversed().map((entry) => (
            <Row key={entry.run}>
              <Cell header>
                <RunName entry={entry} address={runAddress(entry.run)} />
                <span className="block text-xs text-muted sm:hidden">{formatDate(entry.asOf)}</span>
              </Cell>
              <Cell wideOnly>{formatDate(entry.asOf)}</Cell>
              <Cell>
                <TierBadge name={entry.tierName} place={places.indexOf(entry.tier)} of={places.length} byHand={entry.movement === "overridden"} />
                <span className="mt-0.5 block text-xs sm:hidden">
                  <Movement code={entry.movement} />
                </span>
              </Cell>
              <Cell wideOnly>
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

function RunName({ entry, address }: { readonly entry: HistoryEntry; readonly address: Route }) {
  if (!entry.isShown) return <TextLink href={address}>Run {entry.run}</TextLink>;
  return (
    <span aria-current="page">
      <span className="font-semibold">Run {entry.run}</span>
      <span className="text-muted">, {entry.unpublished === null ? "shown here" : `${entry.unpublished}, shown here`}</span>
    </span>
  );
}
