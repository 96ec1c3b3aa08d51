import { formatStatedValue } from "@/components/format/metric-value";
import { counted, formatStated } from "@/components/format/number";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import type { Effort } from "@/lib/domain/define/effort";
import type { Program } from "@/lib/domain/define/program";
import { leadWords } from "./effort-words";

type EffortTableProps = { readonly program: Program; readonly effort: readonly Effort[] };

export function EffortTable({ program, effort }: EffortTableProps) {
  return (
    <Table caption="Effort">
      <thead>
        <tr>
          <HeadCell>Metric</HeadCell>
          <HeadCell numeric>One step</HeadCell>
          <HeadCell numeric>Effort of a step</HeadCell>
          <HeadCell numeric wideOnly>
            At most
          </HeadCell>
          <HeadCell wideOnly>Lead time</HeadCell>
        </tr>
      </thead>
      <tbody>
        {effort.map((one) => (
          <Row key={one.metric}>
            <Cell header>
              <span className="block min-w-28 wrap-anywhere">{metricOf(program, one)?.name ?? one.metric}</span>
              <NarrowLine>
                {counted(one.mostSteps, "step")} at most; {leadWords(one)}
              </NarrowLine>
            </Cell>
            <Cell numeric>{formatStatedValue(one.step, metricOf(program, one)?.unit ?? "number", program.currency)}</Cell>
            <Cell numeric>{formatStated(one.effort)}</Cell>
            <Cell numeric wideOnly>
              {counted(one.mostSteps, "step")}
            </Cell>
            <Cell wideOnly>{leadWords(one)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function metricOf({ metrics }: Program, { metric }: Effort): Program["metrics"][number] | undefined {
  return metrics.find(({ key }) => key === metric);
}
