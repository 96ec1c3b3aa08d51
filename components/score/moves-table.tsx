import { formatChange, formatFixed } from "@/components/format/number";
import { scorecardPath } from "@/components/shell/routes";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Move, TierCount } from "@/lib/contracts/run";
import { moveReason } from "./move-reason";
import { Movement } from "./movement";
import { TierOf, tierPlaces } from "./tier-badge";

type MovesTableProps = {
  readonly moves: readonly Move[];
  readonly tiers: readonly TierCount[];
  /** Absent: the partner's published scorecard. */
  readonly run?: number;
};

type MoveProps = { readonly move: Move; readonly places: ReturnType<typeof tierPlaces> };

const SCORE_DECIMALS = 1;
const DRIVERS_SHOWN = 3;

/** Who moves and why: the rule that decided, and the criteria that changed the score most. On a phone a move is one cell and its score. */
export function MovesTable({ moves, tiers, run }: MovesTableProps) {
  const places = tierPlaces(tiers);
  return (
    <Table caption="Partners that move" stickyHead>
      <thead>
        <tr>
          <HeadCell>Partner</HeadCell>
          <HeadCell wideOnly>From, to</HeadCell>
          <HeadCell numeric>Score, change</HeadCell>
          <HeadCell wideOnly>By which rule</HeadCell>
          <HeadCell wideOnly>Points, largest effect first</HeadCell>
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
              <div className="mt-1 space-y-1 sm:hidden">
                <FromTo move={move} places={places} />
                <Rule move={move} places={places} />
                <Drivers move={move} />
              </div>
            </Cell>
            <Cell wideOnly>
              <FromTo move={move} places={places} />
            </Cell>
            <Cell numeric>
              {move.score === null ? "–" : formatFixed(move.score, SCORE_DECIMALS)}
              <span className="block text-xs text-muted">{changeWords(move)}</span>
            </Cell>
            <Cell wideOnly>
              <Rule move={move} places={places} />
            </Cell>
            <Cell wideOnly>
              <Drivers move={move} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function FromTo({ move, places }: MoveProps) {
  const now = <TierOf tiers={places} tier={move.to} byHand={move.movement === "overridden"} />;
  if (move.from === move.to) return now;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {move.from === null ? <span className="text-muted">new</span> : <TierOf tiers={places} tier={move.from} />}
      <span className="text-muted">
        <span aria-hidden>→</span>
        <span className="sr-only">to</span>
      </span>
      {now}
    </span>
  );
}

function Rule({ move, places }: MoveProps) {
  const reason = moveReason(move, (key) => places.find((tier) => tier.key === key)?.name ?? key);
  return (
    <div className="max-w-72">
      <Movement code={move.movement} />
      {reason !== null && <p className="text-xs text-muted first-letter:uppercase">{reason}</p>}
    </div>
  );
}

/** What rounds to no change explains nothing, and is left out. */
function Drivers({ move }: Pick<MoveProps, "move">) {
  const drivers = move.drivers.filter(({ before, now }) => points(before) !== points(now)).slice(0, DRIVERS_SHOWN);
  if (drivers.length === 0) return <span className="text-muted">No points changed: the rule decided</span>;
  return (
    <ul className="text-sm sm:max-w-96">
      {drivers.map(({ node, name, before, now }) => (
        <li key={node} className="flex justify-between gap-4">
          {name}
          <span className="whitespace-nowrap text-muted tabular-nums">
            <span className={before === null ? "text-warn" : ""}>{points(before)}</span> →{" "}
            <span className={now === null ? "text-warn" : ""}>{points(now)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function changeWords({ score, scoreBefore }: Move): string {
  return score === null || scoreBefore === null ? "–" : formatChange(score - scoreBefore, SCORE_DECIMALS);
}

function points(value: number | null): string {
  return value === null ? "no data" : formatFixed(value, SCORE_DECIMALS);
}
