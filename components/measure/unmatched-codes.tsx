import { formatCount } from "@/components/format/number";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { UnmatchedGroup } from "@/lib/contracts/import-batch";

type UnmatchedCodesProps = { readonly groups: readonly UnmatchedGroup[] };

export function UnmatchedCodes({ groups }: UnmatchedCodesProps) {
  return (
    <div className="max-w-xl">
      <Table caption="Unknown codes and the rows that wait for them">
        <thead>
          <tr>
            <HeadCell>Not known</HeadCell>
            <HeadCell>Code</HeadCell>
            <HeadCell numeric>Rows waiting</HeadCell>
            <HeadCell numeric>First line</HeadCell>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Row key={`${group.missing} ${group.code}`}>
              <Cell>{group.missing}</Cell>
              <Cell header>
                <code className="text-xs">{group.code}</code>
              </Cell>
              <Cell numeric>{formatCount(group.rows)}</Cell>
              <Cell numeric muted>
                {formatCount(group.firstLine)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
