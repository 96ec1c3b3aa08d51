import { formatCount, formatFixed } from "@/components/format/number";
import { scorecardPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, Row, SortCell, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Standings, StandingsQuery, StandingsSort } from "@/lib/contracts/standings";
import { Movement } from "./movement";
import { standingsAddress } from "./standings-address";
import { TierOf, tierPlaces } from "./tier-badge";

type StandingsTableProps = { readonly standings: Standings; readonly query: StandingsQuery };

const COLUMNS = [
  { sort: "rank", name: "Rank", numeric: true },
  { sort: "name", name: "Partner", numeric: false },
  { sort: "tier", name: "Tier", numeric: false },
  { sort: "movement", name: "Movement", numeric: false },
  { sort: "score", name: "Score", numeric: true },
  { sort: "region", name: "Region", numeric: false },
] as const satisfies readonly { sort: StandingsSort; name: string; numeric: boolean }[];

const SCORE_DECIMALS = 1;

export function StandingsTable({ standings, query }: StandingsTableProps) {
  const tiers = tierPlaces(standings.run.tiers);
  const shownRun = query.run;
  return (
    <Table caption="Standings" stickyHead>
      <thead>
        <tr>
          {COLUMNS.map(({ sort, name, numeric }) => {
            const sorted = query.sort === sort ? query.direction : null;
            return (
              <SortCell
                key={sort}
                numeric={numeric}
                sorted={sorted}
                href={standingsAddress(query, { sort, direction: sorted === "asc" ? "desc" : "asc" })}
              >
                {name}
              </SortCell>
            );
          })}
          <HeadCell>Type</HeadCell>
          <HeadCell>Note</HeadCell>
        </tr>
      </thead>
      <tbody>
        {standings.rows.map((row) => (
          <Row key={row.partner.code}>
            <Cell numeric muted>
              {row.rank === null ? "–" : formatCount(row.rank)}
            </Cell>
            <Cell header>
              <TextLink strong href={scorecardPath(row.partner.code, shownRun)}>
                {row.partner.name}
              </TextLink>{" "}
              <span className="ml-1 text-xs whitespace-nowrap text-muted">{row.partner.code}</span>
            </Cell>
            <Cell>
              <TierOf tiers={tiers} tier={row.tier} />
            </Cell>
            <Cell>
              <Movement code={row.movement} from={row.previousTierName} />
            </Cell>
            <Cell numeric>{row.score === null ? <span className="text-warn">not scored</span> : formatFixed(row.score, SCORE_DECIMALS)}</Cell>
            <Cell>{row.region.name}</Cell>
            <Cell muted>{row.type}</Cell>
            <Cell>
              <span className="flex flex-wrap gap-1">
                {row.borderline && (
                  <Badge tone="warn">
                    {row.distanceToCut === null ? "Borderline" : `Borderline, ${formatFixed(row.distanceToCut, SCORE_DECIMALS)} to cut`}
                  </Badge>
                )}
                {row.overridden && <Badge tone="accent">Override</Badge>}
                {row.confidence === "low" && <Badge tone="warn">Low confidence</Badge>}
              </span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
