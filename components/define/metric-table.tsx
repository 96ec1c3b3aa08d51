import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import { sourceWords, unitWords } from "./metric-words";

type MetricTableProps = { readonly metrics: readonly MetricDefinition[] };

export function MetricTable({ metrics }: MetricTableProps) {
  const nameOf = (key: string) => metrics.find((metric) => metric.key === key)?.name ?? key;
  return (
    <Table caption="Metrics">
      <thead>
        <tr>
          <HeadCell>Metric</HeadCell>
          <HeadCell>What it measures</HeadCell>
          <HeadCell wideOnly>Unit</HeadCell>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => (
          <Row key={metric.key}>
            <Cell header>
              <span className="block min-w-28 font-medium wrap-anywhere">{metric.name}</span>
              <code className="block text-xs text-muted">{metric.key}</code>
              <NarrowLine>{unitWords(metric)}</NarrowLine>
            </Cell>
            <Cell>
              {sourceWords(metric.source, nameOf)}
              {metric.description !== undefined && <span className="block text-muted">{metric.description}</span>}
            </Cell>
            <Cell muted wideOnly nowrap>
              {unitWords(metric)}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
