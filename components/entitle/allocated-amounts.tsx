import { formatFiscalPeriod, formatPeriod } from "@/components/format/date";
import { formatMinor } from "@/components/format/money";
import { fundPath } from "@/components/shell/routes";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { PartnerAllocations } from "@/lib/contracts/fund";
import { FundStatus } from "./fund-status";

type AllocatedAmountsProps = {
  readonly items: PartnerAllocations["items"] /** Staff see the fund behind an amount, and whether it is approved. */;
  readonly forStaff: boolean;
};

/** What one partner was allocated, period by period. */
export function AllocatedAmounts({ items, forStaff }: AllocatedAmountsProps) {
  return (
    <Table caption="Allocated amounts">
      <thead>
        <tr>
          <HeadCell>Period</HeadCell>
          {forStaff && <HeadCell>Status</HeadCell>}
          <HeadCell numeric>Amount</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map(({ fund, status, benefit, period, amount, currency }) => {
          const name = `${benefit.name}, ${formatFiscalPeriod(period)}`;
          return (
            <Row key={fund}>
              <Cell header>
                {forStaff ? <TextLink href={fundPath(fund)}>{name}</TextLink> : name}
                <span className="block text-xs text-muted">{formatPeriod(period.from, period.until)}</span>
              </Cell>
              {forStaff && (
                <Cell>
                  <FundStatus status={status} />
                </Cell>
              )}
              <Cell numeric>{formatMinor(amount, currency)}</Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
