import { formatCount } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { RejectedRow } from "@/lib/contracts/import-batch";

type RejectedRowsProps = { readonly rows: readonly RejectedRow[]; readonly total: number };

export function RejectedRows({ rows, total }: RejectedRowsProps) {
  return (
    <>
      <Table caption="Rejected rows" stickyHead>
        <thead>
          <tr>
            <HeadCell numeric>Line</HeadCell>
            <HeadCell>Column</HeadCell>
            <HeadCell>Value</HeadCell>
            <HeadCell>What is wrong, and how to mend it</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.errors.map((error) => (
              <Row key={`${row.line}-${error.column}-${error.code}`}>
                <Cell numeric>{formatCount(row.line)}</Cell>
                <Cell>{error.column ?? <span className="text-muted">whole row</span>}</Cell>
                <Cell>
                  {error.value === "" ? <span className="text-muted">(empty)</span> : <code className="text-xs wrap-anywhere">{error.value}</code>}
                </Cell>
                <Cell>{error.message}</Cell>
              </Row>
            )),
          )}
        </tbody>
      </Table>
      {rows.length < total && (
        <p className="mt-2 text-sm text-muted">
          The first {formatCount(rows.length)} of {formatCount(total)}; all of them are in the download.
        </p>
      )}
    </>
  );
}
