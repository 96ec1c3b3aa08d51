import { formatKpi } from "@/components/format/kpi-value";
import { scorecardPath } from "@/components/shell/routes";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DashboardQuery, KpiReport } from "@/lib/contracts/kpi";
import { kpiRecords } from "@/lib/domain/measure/kpi-records";
import { kpiRecordsAddress } from "./dashboard-address";
import { KpiValue } from "./kpi-value";

type KpiPartTableProps = { readonly report: KpiReport; readonly query: DashboardQuery };

/** What each partner adds to a KPI; its part leads to the records behind it, or to the scorecard where there are none. */
export function KpiPartTable({ report: { kpi, rows, quarters, selected, currency }, query }: KpiPartTableProps) {
  const hasRecords = kpiRecords(kpi.key, undefined) !== null;
  const run = quarters[selected]?.run ?? undefined;
  return (
    <Table caption={`What partners add to ${kpi.name}`} stickyHead>
      <thead>
        <tr>
          <HeadCell>Partner</HeadCell>
          <HeadCell wideOnly>Tier</HeadCell>
          <HeadCell numeric>{kpi.numerator.length > 40 ? "Numerator" : kpi.numerator}</HeadCell>
          {kpi.denominator !== null && (
            <HeadCell numeric wideOnly>
              {kpi.denominator.length > 40 ? "Denominator" : kpi.denominator}
            </HeadCell>
          )}
          {kpi.denominator !== null && (
            <HeadCell numeric wideOnly>
              {kpi.name}
            </HeadCell>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ partner, tierName, figure }) => {
          const numerator = formatKpi(figure.numerator, kpi.parts.numerator, currency);
          return (
            <Row key={partner.code}>
              <Cell header>
                <TextLink strong href={scorecardPath(partner.code, run)}>
                  {partner.name}
                </TextLink>
                <span className="block text-xs text-muted">{partner.code}</span>
                <NarrowLine>
                  {[tierName, figure.denominator === null ? null : `of ${formatKpi(figure.denominator, kpi.parts.denominator ?? "number", currency)}`]
                    .filter(Boolean)
                    .join(", ")}
                </NarrowLine>
              </Cell>
              <Cell wideOnly>{tierName ?? "–"}</Cell>
              <Cell numeric>
                {hasRecords ? (
                  <TextLink href={kpiRecordsAddress(kpi.key, query, { partner: partner.code })} label={`${numerator}: records of ${partner.name}`}>
                    {numerator}
                  </TextLink>
                ) : (
                  <TextLink href={scorecardPath(partner.code, run)} label={`${numerator}: scorecard of ${partner.name}`}>
                    {numerator}
                  </TextLink>
                )}
              </Cell>
              {kpi.denominator !== null && (
                <Cell numeric wideOnly muted>
                  {figure.denominator === null ? "–" : formatKpi(figure.denominator, kpi.parts.denominator ?? "number", currency)}
                </Cell>
              )}
              {kpi.denominator !== null && (
                <Cell numeric wideOnly>
                  <KpiValue kpi={kpi} figure={figure} currency={currency} />
                </Cell>
              )}
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
