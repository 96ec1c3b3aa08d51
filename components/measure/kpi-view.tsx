import { HistoryLine } from "@/components/charts/history-line";
import { formatPeriod } from "@/components/format/date";
import { formatKpi, formatKpiShort } from "@/components/format/kpi-value";
import { counted } from "@/components/format/number";
import { coveragePath } from "@/components/shell/routes";
import { ButtonLink } from "@/components/ui/button-link";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFigures } from "@/components/ui/key-figures";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { DashboardQuery, KpiDefinition, KpiReport } from "@/lib/contracts/kpi";
import { dashboardAddress, kpiAddress } from "./dashboard-address";
import { KpiPartTable } from "./kpi-part-table";
import { KpiQuarterTable } from "./kpi-quarter-table";
import { gapWords, narrowings, quarterName, sourceWords } from "./kpi-words";

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
      <div className="mt-8">
        <Section title="Definition">
          <div className="grid gap-x-10 gap-y-1.5 lg:grid-cols-2 [&_dt]:min-w-20">
            <DefinitionList
              items={[
                { term: "Formula", value: kpi.formula },
                ...(kpi.denominator === null ? [{ term: "Denominator", value: "none: the KPI is its numerator" }] : []),
                { term: "Window", value: kpi.window },
                { term: "Better when", value: kpi.betterWhen ?? "neither is better of itself" },
              ]}
            />
            <DefinitionList
              items={[
                { term: "Version", value: kpi.version },
                { term: "Owner", value: kpi.owner },
                { term: "Source", value: sourceWords(report) },
              ]}
            />
          </div>
        </Section>
        <Section title="What adds up to it" hint={addsHint(kpi, total)} aside={total === 0 ? null : counted(total, "partner")}>
          {isCoverage(kpi.key) && quarter.run !== null ? (
            <ButtonLink href={coveragePath(quarter.run, query.region)}>The cells of run {quarter.run}</ButtonLink>
          ) : rows.length === 0 ? (
            <EmptyState title="No partner adds to it">
              {figure.gap === null ? "There is nothing of it in this quarter." : `It is not defined: ${gapWords(figure.gap)}.`}
            </EmptyState>
          ) : (
            <KpiPartTable report={report} query={query} />
          )}
          <Pager label="Pages of the partners" page={page} pages={pages} href={(to) => kpiAddress(kpi.key, query, { page: to })} />
        </Section>
        <Section title="Over the quarters">
          <HistoryLine
            label={`${kpi.name} by quarter; the table below has the figures.`}
            points={quarters.map((one, place) => {
              const value = figures[place]?.value ?? null;
              return {
                key: one.from,
                time: place,
                value,
                figure: value === null ? "" : formatKpiShort(value, kpi.unit, currency),
                day: quarterName(one),
                look: place === selected ? "shown" : "past",
              };
            })}
          />
          <KpiQuarterTable report={report} query={query} />
        </Section>
      </div>
    </>
  );
}

/** Coverage is made of cells, not of what partners add. */
function isCoverage(kpi: KpiDefinition["key"]): boolean {
  return kpi === "coverage_potential" || kpi === "coverage_cells";
}

function addsHint({ denominator }: KpiDefinition, total: number): string | undefined {
  if (total === 0) return undefined;
  return denominator === null
    ? "What each partner adds: together it is the figure. Each leads to its records."
    : "Numerators and denominators of the partners add up to those of the figure. Each numerator leads to its records.";
}

function narrowedWords(report: KpiReport, query: DashboardQuery): string {
  const parts = narrowings(report, query);
  return parts.length === 0 ? "All partners." : `Only ${parts.join(", ")}.`;
}
