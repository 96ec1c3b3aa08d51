import { formatChange, formatFixed, formatNumber } from "@/components/format/number";
import { scorecardPath } from "@/components/shell/routes";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Move, TierCount } from "@/lib/contracts/run";
import { Movement } from "./movement";
import { TierOf, tierPlaces } from "./tier-badge";

type MovesTableProps = {
  readonly moves: readonly Move[];
  readonly tiers: readonly TierCount[] /** Absent: the partner's published scorecard. */;
  readonly run?: number;
};

const SCORE_DECIMALS = 1;
const DRIVERS_SHOWN = 3;

/** Who moves and why: the criteria that changed the score most. */
export function MovesTable({ moves, tiers, run }: MovesTableProps) {
  const places = tierPlaces(tiers);
  return (
    <Table caption="Partners that move" stickyHead>
      <thead>
        <tr>
          <HeadCell>Partner</HeadCell>
          <HeadCell>From</HeadCell>
          <HeadCell>To</HeadCell>
          <HeadCell>Movement</HeadCell>
          <HeadCell numeric>Score</HeadCell>
          <HeadCell numeric>Change</HeadCell>
          <HeadCell>What changed most, in points</HeadCell>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <Row key={move.partner.code}>
            <Cell header>
              <TextLink strong href={scorecardPath(move.partner.code, run)}>
                {move.partner.name}
              </TextLink>
              <span className="block text-xs text-muted">{move.region.name}</span>
            </Cell>
            <Cell>{move.from === null ? <span className="text-muted">new</span> : <TierOf tiers={places} tier={move.from} />}</Cell>
            <Cell>
              <TierOf tiers={places} tier={move.to} />
            </Cell>
            <Cell>
              <Movement code={move.movement} />
            </Cell>
            <Cell numeric>{move.score === null ? "–" : formatFixed(move.score, SCORE_DECIMALS)}</Cell>
            <Cell numeric muted>
              {move.score === null || move.scoreBefore === null ? "–" : formatChange(move.score - move.scoreBefore, SCORE_DECIMALS)}
            </Cell>
            <Cell>
              {move.drivers.length === 0 && <span className="text-muted">No criterion changed; the rules of movement decided</span>}
              <ul className="flex flex-wrap gap-x-4 text-sm">
                {move.drivers.slice(0, DRIVERS_SHOWN).map((driver) => (
                  <li key={driver.node} className="whitespace-nowrap">
                    {driver.name}{" "}
                    <span className="text-muted tabular-nums">
                      {points(driver.before)} → {points(driver.now)}
                    </span>
                  </li>
                ))}
              </ul>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function points(value: number | null): string {
  return value === null ? "no data" : formatNumber(value, SCORE_DECIMALS);
}
