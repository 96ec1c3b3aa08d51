import { formatMoment } from "@/components/format/date";
import { counted, formatCount } from "@/components/format/number";
import { importPath } from "@/components/shell/routes";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { BatchStatusBadge } from "./batch-status";
import { originWords } from "./batch-words";

type BatchTableProps = { readonly caption: string; readonly batches: readonly ImportBatch[] };

export function BatchTable({ caption, batches }: BatchTableProps) {
  return (
    <Table caption={caption} stickyHead>
      <thead>
        <tr>
          <HeadCell numeric>No.</HeadCell>
          <HeadCell>File</HeadCell>
          <HeadCell wideOnly>Status</HeadCell>
          <HeadCell numeric wideOnly>
            Rows read
          </HeadCell>
          <HeadCell numeric wideOnly>
            Loaded
          </HeadCell>
          <HeadCell numeric wideOnly>
            Rejected
          </HeadCell>
          <HeadCell numeric wideOnly>
            Still unmatched
          </HeadCell>
          <HeadCell wideOnly="xl">By</HeadCell>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <Row key={batch.number}>
            <Cell numeric muted>
              {batch.number}
            </Cell>
            <Cell header>
              <span className="block min-w-36 wrap-anywhere">
                <TextLink strong href={importPath(batch.number)}>
                  {batch.fileName}
                </TextLink>
              </span>
              <span className="block text-xs text-muted">{originWords(batch)}</span>
              <span className="my-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted sm:hidden">
                <BatchStatusBadge batch={batch} />
                <RowsInWords batch={batch} />
              </span>
              <NarrowLine until="xl">
                {batch.createdBy}, {formatMoment(batch.createdAt)}
              </NarrowLine>
            </Cell>
            <Cell wideOnly>
              <BatchStatusBadge batch={batch} />
            </Cell>
            <Cell numeric wideOnly>
              {formatCount(batch.rows.read)}
            </Cell>
            <Cell numeric wideOnly>
              {batch.status === "published" ? formatCount(batch.rows.loaded) : "–"}
            </Cell>
            <Cell numeric wideOnly>
              <Attention count={batch.rows.rejected} />
            </Cell>
            <Cell numeric wideOnly>
              <Attention count={batch.waiting} />
            </Cell>
            <Cell muted wideOnly="xl">
              {batch.createdBy}
              <span className="block text-xs whitespace-nowrap">{formatMoment(batch.createdAt)}</span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Attention({ count }: { readonly count: number }) {
  return <span className={count > 0 ? "font-medium text-warn" : "text-muted"}>{formatCount(count)}</span>;
}

/** The figures of the row in one line; those that ask for nobody are left out. */
function RowsInWords({ batch }: { readonly batch: ImportBatch }) {
  const { rows, waiting } = batch;
  const attention = [
    ...(rows.rejected > 0 ? [`${formatCount(rows.rejected)} rejected`] : []),
    ...(waiting > 0 ? [`${formatCount(waiting)} still unmatched`] : []),
  ];
  return (
    <span>
      {[`${counted(rows.read, "row")} read`, ...(batch.status === "published" ? [`${formatCount(rows.loaded)} loaded`] : [])].join(", ")}
      {attention.length > 0 && <span className="font-medium text-warn">, {attention.join(", ")}</span>}
    </span>
  );
}
