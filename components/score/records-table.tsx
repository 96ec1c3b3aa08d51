import { formatDate } from "@/components/format/date";
import { formatMoneyExact } from "@/components/format/money";
import { formatNumber } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { Evidence } from "@/lib/contracts/scorecard";
import { leftOutWords } from "./data-words";

type RecordsTableProps = { readonly evidence: Evidence };

const DATE_HEADS = { pos: "Invoiced", opportunity: "Expected close", certification: "Earned", observation: "Observed" } as const;

/** Columns that no record of the page fills are not drawn. */
export function RecordsTable({ evidence }: RecordsTableProps) {
  const { records, side } = evidence;
  const shows = {
    region: records.some(({ region }) => region !== null),
    quantity: records.some(({ quantity }) => quantity !== null),
    amount: records.some(({ amountE4 }) => amountE4 !== null),
  };
  return (
    <Table caption={side === "counted" ? "Records counted" : "Records left out"} stickyHead>
      <thead>
        <tr>
          <HeadCell>{DATE_HEADS[records[0]?.kind ?? "pos"]}</HeadCell>
          <HeadCell>Record</HeadCell>
          <HeadCell>What</HeadCell>
          {shows.region && <HeadCell>Region</HeadCell>}
          {side === "left_out" && <HeadCell>Why it was left out</HeadCell>}
          {shows.quantity && <HeadCell numeric>Quantity</HeadCell>}
          {shows.amount && <HeadCell numeric>Amount</HeadCell>}
          <HeadCell numeric>Import, line</HeadCell>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={`${record.batch}-${record.line}`}>
            <Cell>
              <span className="whitespace-nowrap">{formatDate(record.date)}</span>
            </Cell>
            <Cell header>{record.reference}</Cell>
            <Cell>{record.what}</Cell>
            {shows.region && <Cell>{record.region}</Cell>}
            {side === "left_out" && <Cell>{record.reason !== null && leftOutWords(record.reason)}</Cell>}
            {shows.quantity && <Cell numeric>{record.quantity === null ? "" : formatNumber(record.quantity)}</Cell>}
            {shows.amount && (
              <Cell numeric>{record.amountE4 === null || record.currency === null ? "" : formatMoneyExact(record.amountE4, record.currency)}</Cell>
            )}
            <Cell numeric muted>
              {record.batch}, {record.line}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
