import type { Route } from "next";
import { formatDate } from "@/components/format/date";
import { exactDecimals, formatMoneyInColumn } from "@/components/format/money";
import { columnDecimals, formatCount, formatFixed } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Evidence, EvidenceRecord } from "@/lib/contracts/scorecard";
import { MetricUnit } from "@/lib/domain/define/metric";
import { leftOutWords, recordPartWords } from "./data-words";

type RecordsTableProps = {
  readonly evidence: Evidence;
  /** The page of an import, for those who may open it. */
  readonly importHref: ((batch: number) => Route) | undefined;
};

const DATE_HEADS = { pos: "Sold", opportunity: "Expected close", certification: "Earned", observation: "Observed" } as const;

/** Columns that no record of the page fills are not drawn. On a phone a record is two lines and its amount. */
export function RecordsTable({ evidence, importHref }: RecordsTableProps) {
  const { records, side, metric } = evidence;
  const kind = records[0]?.kind ?? "pos";
  const shows = {
    reference: kind !== "observation", // it is the metric, as every line says
    part: records.some(({ part }) => part !== null),
    region: records.some(({ region }) => region !== null),
    quantity: records.some(({ quantity }) => quantity !== null),
    amount: records.some(({ amountE4 }) => amountE4 !== null),
  };
  const quantityDecimals = columnDecimals(records.flatMap(({ quantity }) => quantity ?? []));
  return (
    <Table caption={side === "counted" ? "Records counted" : "Records left out"} stickyHead>
      <thead>
        <tr>
          <HeadCell wideOnly>{DATE_HEADS[kind]}</HeadCell>
          {shows.reference && <HeadCell wideOnly>Record</HeadCell>}
          <HeadCell>What</HeadCell>
          {shows.part && <HeadCell wideOnly>Counts in</HeadCell>}
          {shows.region && <HeadCell wideOnly>Region</HeadCell>}
          {side === "left_out" && <HeadCell wideOnly>Why it was left out</HeadCell>}
          {shows.quantity && <HeadCell numeric>{kind === "observation" ? valueHead(metric.unit) : "Quantity"}</HeadCell>}
          {shows.amount && <HeadCell numeric>Amount</HeadCell>}
          <HeadCell wideOnly>Comes from</HeadCell>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <Row key={`${record.batch}-${record.line}`}>
            <Cell wideOnly>
              <span className="whitespace-nowrap">{formatDate(record.date)}</span>
            </Cell>
            {shows.reference && <Cell wideOnly>{record.reference.replaceAll(" / ", "\u00a0/\u00a0")}</Cell>}
            <Cell header>
              {record.what}
              <span className="block text-xs text-muted sm:hidden">{phoneLine(record)}</span>
            </Cell>
            {shows.part && <Cell wideOnly>{record.part !== null && recordPartWords(record.part)}</Cell>}
            {shows.region && <Cell wideOnly>{record.region}</Cell>}
            {side === "left_out" && <Cell wideOnly>{record.reason !== null && leftOutWords(record.reason)}</Cell>}
            {shows.quantity && <Cell numeric>{record.quantity === null ? "" : formatFixed(record.quantity, quantityDecimals)}</Cell>}
            {shows.amount && <Cell numeric>{amountWords(record, records)}</Cell>}
            <Cell muted wideOnly nowrap>
              line {formatCount(record.line)} of <ImportName batch={record.batch} href={importHref} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

type ImportNameProps = { readonly batch: number; readonly href: RecordsTableProps["importHref"] };

function ImportName({ batch, href }: ImportNameProps) {
  return href === undefined ? `import ${batch}` : <TextLink href={href(batch)}>import {batch}</TextLink>;
}

const UNIT_WORDS: Readonly<Record<MetricUnit, string | null>> = {
  percent: "%",
  days: "days",
  money: null,
  count: null,
  units: "units",
  number: null,
};

/** What was observed has a value in the metric's unit, not a quantity. */
function valueHead(unit: string): string {
  const words = UNIT_WORDS[MetricUnit.catch("number").parse(unit)];
  return words === null ? "Value" : `Value (${words})`;
}

function phoneLine({ kind, date, reference, part, reason }: EvidenceRecord): string {
  return [
    formatDate(date),
    ...(kind === "observation" || reference === "" ? [] : [reference]),
    ...(part === null ? [] : [recordPartWords(part)]),
    ...(reason === null ? [] : [leftOutWords(reason)]),
  ].join(" · ");
}

/** In the currency's own decimals, with more only where the amount has more; the points stand below each other. */
function amountWords({ amountE4, currency }: EvidenceRecord, records: readonly EvidenceRecord[]): string {
  if (amountE4 === null || currency === null) return "";
  const amounts = records.flatMap((record) => (record.currency === currency && record.amountE4 !== null ? [record.amountE4] : []));
  return formatMoneyInColumn(amountE4, currency, exactDecimals(amounts, currency));
}
