import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import type { ImportBatch } from "@/lib/contracts/import-batch";

type HeaderMappingProps = { readonly header: NonNullable<ImportBatch["header"]> };

export function HeaderMapping({ header }: HeaderMappingProps) {
  return (
    <div className="max-w-xl">
      <Table caption="Columns of the file">
        <thead>
          <tr>
            <HeadCell>In the file</HeadCell>
            <HeadCell>Fills</HeadCell>
          </tr>
        </thead>
        <tbody>
          {header.map(({ header: name, column }) => (
            <Row key={name}>
              <Cell header>{name === "" ? <span className="text-muted">(no header)</span> : name}</Cell>
              <Cell>{column === null ? <span className="text-muted">not used</span> : <code className="text-xs">{column}</code>}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
