import { formatCount, formatFixed } from "@/components/format/number";
import { scorecardPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, NarrowLine, Row, SortCell, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Standings, StandingsQuery, StandingsRow, StandingsSort } from "@/lib/contracts/standings";
import { borderlineWords } from "./borderline-words";
import { Movement } from "./movement";
import { rankRangeWords, staysWords } from "./robustness-words";
import { standingsAddress } from "./standings-address";
import { TierOf, tierPlaces } from "./tier-badge";

type StandingsTableProps = { readonly standings: Standings; readonly query: StandingsQuery };

const COLUMNS = [
  { sort: "rank", name: "Rank", numeric: true, wideOnly: false },
  { sort: "name", name: "Partner", numeric: false, wideOnly: false },
  { sort: "tier", name: "Tier", numeric: false, wideOnly: true },
  { sort: "movement", name: "Movement", numeric: false, wideOnly: true },
  { sort: "score", name: "Score", numeric: true, wideOnly: false },
  { sort: "region", name: "Region", numeric: false, wideOnly: true },
] as const satisfies readonly { sort: StandingsSort; name: string; numeric: boolean; wideOnly: boolean }[];

const SCORE_DECIMALS = 1;

/** On a phone a partner is three lines and its score. */
export function StandingsTable({ standings, query }: StandingsTableProps) {
  const tiers = tierPlaces(standings.run.tiers);
  return (
    <Table caption="Standings" stickyHead>
      <thead>
        <tr>
          {COLUMNS.map(({ sort, name, numeric, wideOnly }) => {
            const sorted = query.sort === sort ? query.direction : null;
            return (
              <SortCell
                key={sort}
                numeric={numeric}
                wideOnly={wideOnly}
                sorted={sorted}
                href={standingsAddress(query, { sort, direction: sorted === "asc" ? "desc" : "asc" })}
              >
                {name}
              </SortCell>
            );
          })}
          <HeadCell numeric wideOnly="xl">
            Tier stays
          </HeadCell>
          <HeadCell wideOnly="xl">Type</HeadCell>
          <HeadCell wideOnly="xl">Note</HeadCell>
        </tr>
      </thead>
      <tbody>
        {standings.rows.map((row) => (
          <Row key={row.partner.code}>
            <Cell numeric muted>
              {row.rank === null ? "–" : formatCount(row.rank)}
              <RankRange row={row} />
            </Cell>
            <Cell header>
              <TextLink strong href={scorecardPath(row.partner.code, query.run)}>
                {row.partner.name}
              </TextLink>
              <span className="block text-xs text-muted">
                {row.partner.code}
                <span className="sm:hidden">, {[row.region.name, row.type].filter(Boolean).join(", ")}</span>
              </span>
              <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 sm:hidden">
                <TierOf tiers={tiers} tier={row.tier} byHand={row.overridden} />
                <Movement code={row.movement} from={row.previousTierName} />
                <Notes row={row} tiers={standings.run.tiers} />
              </span>
            </Cell>
            <Cell wideOnly>
              <TierOf tiers={tiers} tier={row.tier} byHand={row.overridden} />
            </Cell>
            <Cell wideOnly>
              <Movement code={row.movement} from={row.previousTierName} />
              <span className="flex flex-wrap gap-1 xl:hidden">
                <Notes row={row} tiers={standings.run.tiers} />
              </span>
            </Cell>
            <Cell numeric>{row.score === null ? <span className="text-warn">not scored</span> : formatFixed(row.score, SCORE_DECIMALS)}</Cell>
            <Cell wideOnly nowrap>
              {row.region.name}
              <NarrowLine until="xl">{row.type}</NarrowLine>
            </Cell>
            <Cell numeric wideOnly="xl">
              {row.stays === null ? (
                <span className="text-muted">–</span>
              ) : (
                <span className={row.borderline ? "text-warn" : ""}>{staysWords(row.stays)}</span>
              )}
            </Cell>
            <Cell muted wideOnly="xl" nowrap>
              {row.type}
            </Cell>
            <Cell wideOnly="xl">
              <span className="flex flex-wrap gap-1">
                <Notes row={row} tiers={standings.run.tiers} />
              </span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The ranks that it has in the variations of the weights, where they are several. */
function RankRange({ row }: { readonly row: StandingsRow }) {
  if (row.rankBest === row.rankWorst) return null;
  return <span className="ml-auto block text-xs max-sm:w-min max-sm:whitespace-normal">{rankRangeWords(row)}</span>;
}

/** What makes a result worth a second look. */
function Notes({ row, tiers }: { readonly row: StandingsRow; readonly tiers: Standings["run"]["tiers"] }) {
  return (
    <>
      {row.borderline && <Badge tone="warn">{borderlineWords(row, tiers)}</Badge>}
      {row.overridden && <Badge tone="accent">Override</Badge>}
      {row.confidence === "low" && <Badge tone="warn">Low confidence</Badge>}
    </>
  );
}
