import { formatMinor, formatMinorChange, formatPerUnit } from "@/components/format/money";
import { counted, formatFixed } from "@/components/format/number";
import { TierBadge } from "@/components/score/tier-badge";
import { scorecardPath } from "@/components/shell/routes";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, NarrowLine, Row, SortCell, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Allocation, AllocationSort, FundPage, FundPageQuery } from "@/lib/contracts/fund";
import { AdjustAllocation } from "./adjust-allocation";
import { fundAddress } from "./fund-address";

type AllocationTableProps = { readonly page: FundPage; readonly query: FundPageQuery };

type Column = { readonly sort: AllocationSort; readonly name: string; readonly numeric: boolean; readonly wideOnly: boolean | "xl" };
const COLUMNS: readonly Column[] = [
  { sort: "name", name: "Partner", numeric: false, wideOnly: false },
  { sort: "tier", name: "Tier", numeric: false, wideOnly: true },
  { sort: "score", name: "Score", numeric: true, wideOnly: "xl" },
  { sort: "revenue", name: "Revenue", numeric: true, wideOnly: "xl" },
];
const AMOUNTS: readonly Column[] = [
  { sort: "proposed", name: "Proposed", numeric: true, wideOnly: true },
  { sort: "amount", name: "Allocated", numeric: true, wideOnly: false },
  { sort: "change", name: "Change", numeric: true, wideOnly: "xl" },
];

/** Who gets what, from what, and against the period before; the last row adds up all that the filter matches. */
export function AllocationTable({ page, query }: AllocationTableProps) {
  const { fund, rows, totals, tiers } = page;
  const adjustable = page.may.allocate && fund.status === "draft";
  const money = (amount: Allocation["amount"] | null) => (amount === null ? "–" : formatMinor(amount, fund.currency));
  const change = (amount: number, previous: number | null) => (previous === null ? "–" : formatMinorChange(amount - previous, fund.currency));
  const perRevenue = (share: number | null) => (share === null ? "–" : formatPerUnit(share, fund.currency));
  const head = ({ sort, name, numeric, wideOnly }: Column) => {
    const sorted = query.sort === sort ? query.direction : null;
    return (
      <SortCell
        key={sort}
        numeric={numeric}
        wideOnly={wideOnly}
        sorted={sorted}
        href={fundAddress(query, { sort, direction: sorted === "desc" ? "asc" : "desc" })}
      >
        {name}
      </SortCell>
    );
  };
  return (
    <Table caption="Allocations" stickyHead>
      <thead>
        <tr>
          {COLUMNS.map(head)}
          <HeadCell numeric wideOnly="xl">
            Base
          </HeadCell>
          {AMOUNTS.map(head)}
          <HeadCell numeric wideOnly="xl">
            Per {fund.currency} of revenue
          </HeadCell>
          {adjustable && (
            <HeadCell wideOnly>
              <span className="sr-only">Adjust</span>
            </HeadCell>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.partner.code}>
            <Cell header>
              <TextLink strong href={scorecardPath(row.partner.code, fund.run.number)}>
                {row.partner.name}
              </TextLink>
              <span className="block text-xs text-muted">
                {row.partner.code}, {row.region.name}
              </span>
              <NarrowLine>
                {row.tierName}
                {row.overridden && " (set by hand)"}, proposed {money(row.proposed)}
              </NarrowLine>
              <NarrowLine until="xl">
                {row.score === null ? "not scored" : `score ${formatFixed(row.score, 1)}`}, revenue {money(row.revenue)}
                {row.previous !== null && `, ${change(row.amount, row.previous)} against the period before`}
              </NarrowLine>
              {row.reason !== null && (
                <span className="mt-0.5 block max-w-prose text-xs wrap-anywhere">
                  <span className="text-muted">{row.adjustedBy}:</span> {row.reason}
                </span>
              )}
              {adjustable && (
                <span className="mt-1.5 block sm:hidden">
                  <AdjustAllocation fund={fund} row={row} />
                </span>
              )}
            </Cell>
            <Cell wideOnly>
              <TierBadge name={row.tierName} place={tiers.findIndex(({ tier }) => tier === row.tier)} of={tiers.length} byHand={row.overridden} />
            </Cell>
            <Cell numeric wideOnly="xl">
              {row.score === null ? <span className="text-warn">not scored</span> : formatFixed(row.score, 1)}
            </Cell>
            <Cell numeric wideOnly="xl">
              {money(row.revenue)}
            </Cell>
            <Cell numeric muted wideOnly="xl">
              {money(row.base)}
            </Cell>
            <Cell numeric wideOnly>
              {money(row.proposed)}
              {row.bound !== null && <span className="block text-xs text-muted">{row.bound === "cap" ? "at the cap" : "at the floor"}</span>}
            </Cell>
            <Cell numeric>
              <span className="font-medium">{money(row.amount)}</span>
              {row.reason !== null && (
                <span className="mt-0.5 block">
                  <Badge tone="accent">{formatMinorChange(row.amount - row.proposed, fund.currency)}</Badge>
                </span>
              )}
            </Cell>
            <Cell numeric wideOnly="xl">
              {change(row.amount, row.previous)}
            </Cell>
            <Cell numeric muted wideOnly="xl">
              {perRevenue(row.perRevenue)}
            </Cell>
            {adjustable && (
              <Cell wideOnly>
                <div className="-my-1.5 flex justify-end">
                  <AdjustAllocation fund={fund} row={row} />
                </div>
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <Row>
          <Cell header>
            <strong>{counted(totals.partners, "partner")}</strong>
            <NarrowLine>proposed {money(totals.proposed)}</NarrowLine>
          </Cell>
          <Cell wideOnly />
          <Cell wideOnly="xl" />
          <Cell numeric wideOnly="xl">
            {money(totals.revenue)}
          </Cell>
          <Cell numeric wideOnly="xl">
            {money(totals.base)}
          </Cell>
          <Cell numeric wideOnly>
            {money(totals.proposed)}
          </Cell>
          <Cell numeric>{money(totals.amount)}</Cell>
          <Cell numeric wideOnly="xl">
            {change(totals.amount, totals.previous)}
          </Cell>
          <Cell numeric wideOnly="xl">
            {perRevenue(totals.perRevenue)}
          </Cell>
          {adjustable && <Cell wideOnly />}
        </Row>
      </tfoot>
    </Table>
  );
}
