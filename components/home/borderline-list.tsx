import { formatFixed } from "@/components/format/number";
import { cutDistance } from "@/components/score/cut-words";
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
    <Table caption="Partners closest to a cut">
      <thead>
        <tr>
          <HeadCell>Partner</HeadCell>
          <HeadCell>Tier</HeadCell>
          <HeadCell numeric>Score</HeadCell>
          <HeadCell numeric>From the cut</HeadCell>
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
              <TierOf tiers={places} tier={row.tier} />
            </Cell>
            <Cell numeric>{row.score === null ? "–" : formatFixed(row.score, 1)}</Cell>
            <Cell numeric>
              {row.distanceToCut === null ? "–" : cutDistance(row.distanceToCut)}
              {row.distanceToCut === 0 && <span className="block text-xs text-muted">just met</span>}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
