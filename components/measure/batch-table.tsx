import { formatMoment } from "@/components/format/date";
import { formatCount } from "@/components/format/number";
import { importPath } from "@/components/shell/routes";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ImportBatch } from "@/lib/contracts/import-batch";
import { BatchStatusBadge } from "./batch-status";
import { kindWords } from "./batch-words";

type BatchTableProps = { readonly caption: string; readonly batches: readonly ImportBatch[] };

export function BatchTable({ caption, batches }: BatchTableProps) {
  return (
    <Table caption={caption} stickyHead>
      <thead>
        <tr>
          <HeadCell numeric>No.</HeadCell>
          <HeadCell>File</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell numeric>Rows read</HeadCell>
          <HeadCell numeric>Loaded</HeadCell>
          <HeadCell numeric>Rejected</HeadCell>
          <HeadCell numeric>Still unmatched</HeadCell>
          <HeadCell>By</HeadCell>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <Row key={batch.number}>
            <Cell numeric muted>
              {batch.number}
            </Cell>
            <Cell header>
              <TextLink strong href={importPath(batch.number)}>
                {batch.fileName}
              </TextLink>
              <span className="block text-xs text-muted">
                {batch.origin === "replay" ? `${kindWords(batch.kind)}, matched from import ${batch.replayOf}` : kindWords(batch.kind)}
              </span>
            </Cell>
            <Cell>
              <BatchStatusBadge status={batch.status} />
            </Cell>
            <Cell numeric>{formatCount(batch.rows.read)}</Cell>
            <Cell numeric>{batch.status === "published" ? formatCount(batch.rows.loaded) : "–"}</Cell>
            <Cell numeric>
              <Attention count={batch.rows.rejected} />
            </Cell>
            <Cell numeric>
              <Attention count={batch.waiting} />
            </Cell>
            <Cell muted>
              {batch.createdBy}
              <span className="block text-xs">{formatMoment(batch.createdAt)}</span>
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
