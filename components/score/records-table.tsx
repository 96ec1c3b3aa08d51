import { formatDate } from "@/components/format/date";
import { exactDecimals, formatMoneyExact } from "@/components/format/money";
import { formatNumber } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { Evidence, EvidenceRecord } from "@/lib/contracts/scorecard";
import { leftOutWords } from "./data-words";

type RecordsTableProps = { readonly evidence: Evidence };

const DATE_HEADS = { pos: "Sold", opportunity: "Expected close", certification: "Earned", observation: "Observed" } as const;

/** Columns that no record of the page fills are not drawn. On a phone a record is two lines and its amount. */
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
          <HeadCell wideOnly>{DATE_HEADS[records[0]?.kind ?? "pos"]}</HeadCell>
          <HeadCell wideOnly>Record</HeadCell>
          <HeadCell>What</HeadCell>
          {shows.region && <HeadCell wideOnly>Region</HeadCell>}
          {side === "left_out" && <HeadCell wideOnly>Why it was left out</HeadCell>}
          {shows.quantity && <HeadCell numeric>Quantity</HeadCell>}
          {shows.amount && <HeadCell numeric>Amount</HeadCell>}
          <HeadCell numeric wideOnly>
            Import, line
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={`${record.batch}-${record.line}`}>
            <Cell wideOnly>
              <span className="whitespace-nowrap">{formatDate(record.date)}</span>
            </Cell>
            <Cell wideOnly>{record.reference}</Cell>
            <Cell header>
              {record.what}
              <span className="block text-xs text-muted sm:hidden">{phoneLine(record)}</span>
            </Cell>
            {shows.region && <Cell wideOnly>{record.region}</Cell>}
            {side === "left_out" && <Cell wideOnly>{record.reason !== null && leftOutWords(record.reason)}</Cell>}
            {shows.quantity && <Cell numeric>{record.quantity === null ? "" : formatNumber(record.quantity)}</Cell>}
            {shows.amount && <Cell numeric>{amountWords(record, records)}</Cell>}
            <Cell numeric muted wideOnly>
              {record.batch}, {record.line}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function phoneLine({ date, reference, reason }: EvidenceRecord): string {
  return [formatDate(date), reference, ...(reason === null ? [] : [leftOutWords(reason)])].join(" · ");
}

/** With as many digits as the other amounts of its currency, so that the points stand below each other. */
function amountWords({ amountE4, currency }: EvidenceRecord, records: readonly EvidenceRecord[]): string {
  if (amountE4 === null || currency === null) return "";
  const amounts = records.flatMap((record) => (record.currency === currency && record.amountE4 !== null ? [record.amountE4] : []));
  return formatMoneyExact(amountE4, currency, exactDecimals(amounts, currency));
}
