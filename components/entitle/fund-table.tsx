import { formatFiscalPeriod, formatPeriod } from "@/components/format/date";
import { formatMinor } from "@/components/format/money";
import { formatCount } from "@/components/format/number";
import { fundPath } from "@/components/shell/routes";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Fund } from "@/lib/contracts/fund";
import { FundStatus } from "./fund-status";

/** Budgets with what is allocated of them, newest period first. */
export function FundTable({ funds }: { readonly funds: readonly Fund[] }) {
  return (
    <Table caption="Funds">
      <thead>
        <tr>
          <HeadCell>Fund and period</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell numeric wideOnly>
            Partners
          </HeadCell>
          <HeadCell numeric>Budget</HeadCell>
          <HeadCell numeric wideOnly>
            Allocated
          </HeadCell>
          <HeadCell numeric wideOnly>
            Unallocated
          </HeadCell>
          <HeadCell wideOnly="xl">Prepared by</HeadCell>
          <HeadCell wideOnly="xl">Approved by</HeadCell>
        </tr>
      </thead>
      <tbody>
        {funds.map((fund) => (
          <Row key={fund.number}>
            <Cell header>
              <TextLink strong href={fundPath(fund.number)}>
                {fund.benefit.name}, {formatFiscalPeriod(fund.period)}
              </TextLink>
              <span className="block text-xs text-muted">{formatPeriod(fund.period.from, fund.period.until)}</span>
              <NarrowLine>{formatMinor(fund.unallocated, fund.currency)} unallocated</NarrowLine>
            </Cell>
            <Cell>
              <FundStatus status={fund.status} />
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(fund.partners)}
            </Cell>
            <Cell numeric>{formatMinor(fund.budget, fund.currency)}</Cell>
            <Cell numeric wideOnly>
              {formatMinor(fund.allocated, fund.currency)}
            </Cell>
            <Cell numeric wideOnly>
              {formatMinor(fund.unallocated, fund.currency)}
            </Cell>
            <Cell muted wideOnly="xl">
              {fund.submittedBy ?? fund.createdBy}
            </Cell>
            <Cell muted wideOnly="xl">
              {fund.approvedBy ?? "–"}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
