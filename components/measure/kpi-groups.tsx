import { TrendChart } from "@/components/charts/trend-chart";
import { formatKpi, formatKpiChange } from "@/components/format/kpi-value";
import { tierColor } from "@/components/score/tier-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard, DashboardQuery, KpiFigure } from "@/lib/contracts/kpi";
import { dashboardAddress, kpiAddress } from "./dashboard-address";
import { DIMENSIONS, gapWords, isSoFar, quarterName } from "./kpi-words";

type KpiGroupsProps = { readonly dashboard: Dashboard; readonly query: DashboardQuery };

/** Lines that can still be told apart. */
const LINES_DRAWN = 6;
const ROWS_SHOWN = 50;

/** One KPI by tier, region or product line: drawn over the quarters, and in figures. */
export function KpiGroups({ dashboard, query }: KpiGroupsProps) {
  const { kpi, by, groups, quarters, selected, against, currency } = dashboard;
  const shown = groups.slice(0, ROWS_SHOWN);
  const drawn = shown.slice(0, LINES_DRAWN);
  const words = (figure: KpiFigure | undefined) =>
    figure?.value === null || figure === undefined ? "–" : formatKpi(figure.value, kpi.unit, currency);
  return (
    <Section
      title={`${kpi.name} by ${DIMENSIONS[by]}`}
      hint={`${capitalized(kpi.formula)}.${groups.length > LINES_DRAWN ? ` The largest ${LINES_DRAWN} are drawn.` : ""}`}
    >
      {groups.length === 0 ? (
        <EmptyState title={`${kpi.name} is not measured by ${DIMENSIONS[by]}`}>Choose another KPI or another dimension above.</EmptyState>
      ) : (
        <>
          <TrendChart
            labels={quarters.map(quarterName)}
            series={drawn.map(({ name, figures }, place) => ({
              ...{ name, values: figures.map(({ value }) => value) },
              // Tiers come from the top down.
              ...(by === "tier" && { color: tierColor(groups.length - 1 - place, groups.length) }),
            }))}
            unit={kpi.unit}
            currency={currency}
          />
          <Table caption={`${kpi.name} by ${DIMENSIONS[by]} and quarter`}>
            <thead>
              <tr>
                <HeadCell>{capitalized(DIMENSIONS[by])}</HeadCell>
                {quarters.map((quarter, place) => (
                  <HeadCell key={quarter.from} numeric wideOnly={place === selected ? false : place === against ? true : "xl"}>
                    <span className={place === selected ? "text-ink" : ""}>{quarterName(quarter)}</span>
                  </HeadCell>
                ))}
                <HeadCell numeric>Change</HeadCell>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ code, name, hasParts, figures }) => {
                const now = figures[selected];
                const before = against === null ? undefined : figures[against];
                return (
                  <Row key={code}>
                    <Cell header>
                      {hasParts ? <TextLink href={dashboardAddress(query, { region: code })}>{name}</TextLink> : name}
                      {now?.gap && <span className="block text-xs text-muted">{gapWords(now.gap)}</span>}
                      {before !== undefined && <NarrowLine>before: {words(before)}</NarrowLine>}
                    </Cell>
                    {quarters.map((quarter, place) => (
                      <Cell
                        key={quarter.from}
                        numeric
                        muted={place !== selected}
                        wideOnly={place === selected ? false : place === against ? true : "xl"}
                      >
                        {(figures[place]?.value ?? null) === null ? (
                          "–"
                        ) : (
                          <TextLink
                            quiet={place !== selected}
                            href={kpiAddress(kpi.key, query, { ...narrowedTo(by, code), quarter: quarter.from })}
                            label={`${words(figures[place])}, ${kpi.name} of ${name} in ${quarterName(quarter)}: what it is made of`}
                          >
                            {words(figures[place])}
                          </TextLink>
                        )}
                      </Cell>
                    ))}
                    <Cell numeric>
                      {isSoFar(kpi, quarters[selected]) ? "so far" : (formatKpiChange(now?.value ?? null, before?.value ?? null, kpi.unit) ?? "–")}
                    </Cell>
                  </Row>
                );
              })}
            </tbody>
          </Table>
        </>
      )}
    </Section>
  );
}

function narrowedTo(by: Dashboard["by"], code: string): { readonly [Dimension in Dashboard["by"]]?: string } {
  return { [by]: code };
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
