import { TrendChart } from "@/components/charts/trend-chart";
import { formatKpiShort } from "@/components/format/kpi-value";
import { formatCount } from "@/components/format/number";
import { TierBadge, tierColor } from "@/components/score/tier-badge";
import { standingsPath } from "@/components/shell/routes";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard, DashboardQuery } from "@/lib/contracts/kpi";
import { kpiAddress } from "./dashboard-address";
import { quarterName } from "./kpi-words";

type TierCohortsProps = { readonly dashboard: Dashboard; readonly query: DashboardQuery };

/** Partners and revenue of each tier, quarter by quarter. */
export function TierCohorts({ dashboard: { cohorts, quarters, currency }, query }: TierCohortsProps) {
  const highestFirst = cohorts.map((cohort, place) => ({ ...cohort, place })).toReversed();
  return (
    <Section title="Tiers over time" hint="Partners in each tier by the run of the quarter, and below them what they sold in it.">
      <TrendChart
        labels={quarters.map(quarterName)}
        series={highestFirst.map(({ name, place, cells }) => ({
          name,
          color: tierColor(place, cohorts.length),
          values: cells.map((cell) => cell?.partners ?? null),
        }))}
        unit="count"
        currency={currency}
      />
      <Table caption="Partners and revenue by tier and quarter">
        <thead>
          <tr>
            <HeadCell>Quarter</HeadCell>
            {highestFirst.map(({ tier, name, place }) => (
              <HeadCell key={tier} numeric wideOnly>
                <TierBadge name={name} place={place} of={cohorts.length} />
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {quarters
            .map((quarter, n) => ({ quarter, n }))
            .toReversed()
            .map(({ quarter, n }) => (
              <Row key={quarter.from}>
                <Cell header>
                  {quarterName(quarter)}
                  {highestFirst.map(({ tier, name, cells }) => (
                    <NarrowLine key={tier}>
                      {name}: {cells[n] ? `${formatCount(cells[n].partners)}, ${formatKpiShort(cells[n].revenueE4, "money", currency)}` : "no run"}
                    </NarrowLine>
                  ))}
                </Cell>
                {highestFirst.map(({ tier, name, cells }) => {
                  const cell = cells[n];
                  return (
                    <Cell key={tier} numeric wideOnly>
                      {cell && quarter.run !== null ? (
                        <>
                          <TextLink href={standingsPath(quarter.run, { tier })}>{formatCount(cell.partners)}</TextLink>
                          <span className="block text-xs text-muted">
                            <TextLink
                              quiet
                              href={kpiAddress("revenue", query, { tier, quarter: quarter.from })}
                              label={`${formatKpiShort(cell.revenueE4, "money", currency)}, revenue of ${name} in ${quarterName(quarter)}: what it is made of`}
                            >
                              {formatKpiShort(cell.revenueE4, "money", currency)}
                            </TextLink>
                          </span>
                        </>
                      ) : (
                        <span className="text-muted">no run</span>
                      )}
                    </Cell>
                  );
                })}
              </Row>
            ))}
        </tbody>
      </Table>
    </Section>
  );
}
