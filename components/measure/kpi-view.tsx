import { LazyTrendChart } from "@/components/charts/lazy-trend-chart";
import { formatDate, formatPeriod } from "@/components/format/date";
import { formatKpi } from "@/components/format/kpi-value";
import { counted } from "@/components/format/number";
import { runPath, scorecardPath } from "@/components/shell/routes";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Cell, HeadCell, NarrowLine, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { DashboardQuery, KpiDefinition, KpiFigure, KpiReport } from "@/lib/contracts/kpi";
import { kpiRecords } from "@/lib/domain/measure/kpi-records";
import { dashboardAddress, kpiAddress, kpiRecordsAddress } from "./dashboard-address";
import { gapWords, quarterName, sourceWords } from "./kpi-words";

type KpiViewProps = { readonly report: KpiReport; readonly query: DashboardQuery };

/** One KPI: what it is, what it is made of, its course, and what each partner adds to it. */
export function KpiView({ report, query }: KpiViewProps) {
  const { kpi, figures, quarters, selected, currency, rows, total, page, pages } = report;
  const figure = figures[selected];
  const quarter = quarters[selected];
  if (figure === undefined || quarter === undefined) return null;
  return (
    <>
      <PageHeader
        back={{ href: dashboardAddress(query), label: "Dashboard" }}
        title={kpi.name}
        lead={`${quarterName(quarter)}, ${formatPeriod(quarter.from, quarter.until)}. ${narrowedWords(report, query)}`}
      />
      <KeyFigures
        figures={[
          { label: kpi.name, value: figure.value === null ? "not defined" : formatKpi(figure.value, kpi.unit, currency), note: gapWords(figure.gap) },
          { label: "Numerator", value: formatKpi(figure.numerator, kpi.parts.numerator, currency), note: kpi.numerator },
          ...(kpi.denominator === null || figure.denominator === null
            ? []
            : [{ label: "Denominator", value: formatKpi(figure.denominator, kpi.parts.denominator ?? "number", currency), note: kpi.denominator }]),
        ]}
      />
      <div className="mt-10">
        <Section title="What adds up to it" hint={addsHint(kpi, total)} aside={total === 0 ? null : counted(total, "partner")}>
          {rows.length === 0 ? (
            <EmptyState title="No partner adds to it">
              {figure.gap === null ? "There is nothing of it in this quarter." : `It is not defined: ${gapWords(figure.gap)}.`}
            </EmptyState>
          ) : (
            <PartTable report={report} query={query} />
          )}
          <Pager label="Pages of the partners" page={page} pages={pages} href={(to) => kpiAddress(kpi.key, query, { page: to })} />
        </Section>
        <Section title="Over the quarters">
          <LazyTrendChart
            labels={quarters.map(quarterName)}
            series={[{ name: kpi.name, values: figures.map(({ value }) => value) }]}
            unit={kpi.unit}
            currency={currency}
          />
          <QuarterTable report={report} query={query} />
        </Section>
        <Section title="Definition">
          <DefinitionList
            items={[
              { term: "Name", value: `${kpi.name}, version ${kpi.version}` },
              { term: "Formula", value: kpi.formula },
              { term: "Window", value: kpi.window },
              { term: "Numerator", value: kpi.numerator },
              { term: "Denominator", value: kpi.denominator ?? "none: the KPI is its numerator" },
              { term: "Better when", value: kpi.betterWhen ?? "neither is better of itself" },
              { term: "Owner", value: kpi.owner },
              { term: "As of", value: `${formatDate(report.run.asOf)}, as known to run ${report.run.number}` },
              { term: "Source", value: sourceWords(report) },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

function PartTable({ report: { kpi, rows, quarters, selected, currency }, query }: KpiViewProps) {
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
                  {valueWords(kpi, figure, currency)}
                </Cell>
              )}
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function QuarterTable({ report: { kpi, figures, quarters, currency }, query }: KpiViewProps) {
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
                <TextLink href={kpiAddress(kpi.key, query, { quarter: quarter.from as NonNullable<DashboardQuery["quarter"]> })}>
                  {quarterName(quarter)}
                </TextLink>
                <span className="block text-xs text-muted">{formatPeriod(quarter.from, quarter.until)}</span>
              </Cell>
              <Cell wideOnly>
                {quarter.run === null ? <span className="text-muted">none</span> : <TextLink href={runPath(quarter.run)}>Run {quarter.run}</TextLink>}
              </Cell>
              <Cell numeric wideOnly muted>
                {figure === undefined ? "–" : formatKpi(figure.numerator, kpi.parts.numerator, currency)}
              </Cell>
              {kpi.denominator !== null && (
                <Cell numeric wideOnly muted>
                  {figure === undefined || figure.denominator === null
                    ? "–"
                    : formatKpi(figure.denominator, kpi.parts.denominator ?? "number", currency)}
                </Cell>
              )}
              <Cell numeric>{figure === undefined ? "–" : valueWords(kpi, figure, currency)}</Cell>
            </Row>
          ))}
      </tbody>
    </Table>
  );
}

function valueWords({ unit }: KpiDefinition, { value, gap }: KpiFigure, currency: string) {
  return value === null ? <span className="text-xs text-muted">{gapWords(gap)}</span> : formatKpi(value, unit, currency);
}

function addsHint({ denominator }: KpiDefinition, total: number): string | undefined {
  if (total === 0) return undefined;
  return denominator === null
    ? "What each partner adds: together it is the figure. Each leads to its records."
    : "Numerators and denominators of the partners add up to those of the figure. Each numerator leads to its records.";
}

function narrowedWords({ regionPath, choices }: KpiReport, { tier, region, line }: DashboardQuery): string {
  const nameIn = (of: KpiReport["choices"]["tiers"], code: string) => of.find((choice) => choice.code === code)?.name ?? code;
  const parts = [
    ...(tier === undefined ? [] : [`tier ${nameIn(choices.tiers, tier)}`]),
    ...(region === undefined ? [] : [`region ${regionPath.at(-1)?.name ?? region}`]),
    ...(line === undefined ? [] : [`product line ${nameIn(choices.lines, line)}`]),
  ];
  return parts.length === 0 ? "All partners." : `Only ${parts.join(", ")}.`;
}
