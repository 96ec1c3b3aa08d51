import { formatPeriod } from "@/components/format/date";
import { formatKpi } from "@/components/format/kpi-value";
import { runPath } from "@/components/shell/routes";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DashboardQuery, KpiFigure, KpiReport } from "@/lib/contracts/kpi";
import { kpiAddress } from "./dashboard-address";
import { KpiValue } from "./kpi-value";
import { quarterName } from "./kpi-words";

type KpiQuarterTableProps = { readonly report: KpiReport; readonly query: DashboardQuery };

/** A KPI quarter by quarter with its parts, the last first. */
export function KpiQuarterTable({ report: { kpi, figures, quarters, currency }, query }: KpiQuarterTableProps) {
  return (
    <Table caption={`${kpi.name} by quarter`}>
      <thead>
        <tr>
          <HeadCell>Quarter</HeadCell>
          <HeadCell wideOnly>Run</HeadCell>
          <HeadCell numeric wideOnly>
            Numerator
          </HeadCell>
          {kpi.denominator !== null && (
            <HeadCell numeric wideOnly>
              Denominator
            </HeadCell>
          )}
          <HeadCell numeric>{kpi.name}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {quarters
          .map((quarter, n) => ({ quarter, figure: figures[n] }))
          .toReversed()
          .map(({ quarter, figure }) => (
            <Row key={quarter.from}>
              <Cell header>
                <TextLink href={kpiAddress(kpi.key, query, { quarter: quarter.from })}>{quarterName(quarter)}</TextLink>
                <span className="block text-xs text-muted">{formatPeriod(quarter.from, quarter.until)}</span>
              </Cell>
              <Cell wideOnly>
                {quarter.run === null ? <span className="text-muted">none</span> : <TextLink href={runPath(quarter.run)}>Run {quarter.run}</TextLink>}
              </Cell>
              <Cell numeric wideOnly muted>
                {isPartless(figure) ? "–" : formatKpi(figure.numerator, kpi.parts.numerator, currency)}
              </Cell>
              {kpi.denominator !== null && (
                <Cell numeric wideOnly muted>
                  {isPartless(figure) || figure.denominator === null
                    ? "–"
                    : formatKpi(figure.denominator, kpi.parts.denominator ?? "number", currency)}
                </Cell>
              )}
              <Cell numeric>{figure === undefined ? "–" : <KpiValue kpi={kpi} figure={figure} currency={currency} />}</Cell>
            </Row>
          ))}
      </tbody>
    </Table>
  );
}

/** Without a run there was nothing to add up: parts of 0 would say that it came to nothing. */
function isPartless(figure: KpiFigure | undefined): figure is undefined {
  return figure === undefined || figure.gap === "no_run" || figure.gap === "no_rule";
}
