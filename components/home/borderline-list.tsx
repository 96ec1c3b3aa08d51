import { formatFixed } from "@/components/format/number";
import { cutDistance } from "@/components/score/cut-words";
import { nearestCutOfRun } from "@/components/score/nearest-cut";
import { staysWords } from "@/components/score/robustness-words";
import { TierOf, tierPlaces } from "@/components/score/tier-badge";
import { scorecardPath } from "@/components/shell/routes";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { TierCount } from "@/lib/contracts/run";
import type { StandingsRow } from "@/lib/contracts/standings";

type BorderlineListProps = { readonly rows: readonly StandingsRow[]; readonly tiers: readonly TierCount[] };

export function BorderlineList({ rows, tiers }: BorderlineListProps) {
  const places = tierPlaces(tiers);
  return (
    <Table caption="Partners whose tier is least firm">
      <thead>
        <tr>
          <HeadCell>Partner</HeadCell>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric>Score</HeadCell>
          <HeadCell numeric>From the cut</HeadCell>
          <HeadCell numeric wideOnly>
            Tier stays
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.partner.code}>
            <Cell header>
              <TextLink strong href={scorecardPath(row.partner.code)}>
                {row.partner.name}
              </TextLink>
            </Cell>
            <Cell>
              <TierOf tiers={places} tier={row.tier} byHand={row.overridden} />
            </Cell>
            <Cell numeric>{row.score === null ? "–" : formatFixed(row.score, 1)}</Cell>
            <Cell numeric>
              <FromCut row={row} tiers={tiers} />
            </Cell>
            <Cell numeric wideOnly>
              {row.stays === null ? "–" : staysWords(row.stays)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The words stand before the figure, so that the figures stay below each other. */
function FromCut({ row, tiers }: { readonly row: StandingsRow; readonly tiers: readonly TierCount[] }) {
  const cut = nearestCutOfRun(tiers, row);
  return (
    <>
      {cut !== null && <span className="mr-2 whitespace-nowrap text-muted max-sm:mr-0 max-sm:block max-sm:text-xs">{`${cut.side} ${cut.tier}`}</span>}
      {row.distanceToCut === null ? "–" : cutDistance(row.distanceToCut)}
    </>
  );
}
