import { formatCount } from "@/components/format/number";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { RejectedRow } from "@/lib/contracts/import-batch";

type RejectedRowsProps = { readonly rows: readonly RejectedRow[]; readonly total: number };

export function RejectedRows({ rows, total }: RejectedRowsProps) {
  return (
    <>
      <Table caption="Rejected rows" stickyHead>
        <thead>
          <tr>
            <HeadCell numeric wideOnly>
              Line
            </HeadCell>
            <HeadCell wideOnly>Column</HeadCell>
            <HeadCell wideOnly>Value</HeadCell>
            <HeadCell>What is wrong, and how to mend it</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.errors.map((error) => (
              <Row key={`${row.line}-${error.column}-${error.code}`}>
                <Cell numeric wideOnly>
                  {formatCount(row.line)}
                </Cell>
                <Cell wideOnly>{error.column ?? <span className="text-muted">whole row</span>}</Cell>
                <Cell wideOnly>
                  <GivenValue value={error.value} />
                </Cell>
                <Cell>
                  <NarrowLine>
                    Line {formatCount(row.line)}, {error.column ?? "whole row"}: <GivenValue value={error.value} />
                  </NarrowLine>
                  {error.message}
                </Cell>
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

const SHORT_VALUE = 24; // characters

/** As it stands in the file: a short one stays whole, a long one may break anywhere, having perhaps no spaces. */
function GivenValue({ value }: { readonly value: string }) {
  if (value === "") return <span className="text-muted">(empty)</span>;
  return <code className={`text-xs text-ink ${value.length <= SHORT_VALUE ? "whitespace-nowrap" : "wrap-anywhere"}`}>{value}</code>;
}
