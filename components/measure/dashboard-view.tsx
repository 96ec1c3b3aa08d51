import { DownloadLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard, DashboardQuery } from "@/lib/contracts/kpi";
import { dashboardAddress, dashboardExportAddress, dashboardFilterCount } from "./dashboard-address";
import { DashboardFilters } from "./dashboard-filters";
import { KpiGroups } from "./kpi-groups";
import { KpiTiles } from "./kpi-tiles";
import { narrowings, quarterName, sourceWords } from "./kpi-words";
import { MeasureTabs } from "./measure-tabs";
import { TierCohorts } from "./tier-cohorts";

type DashboardViewProps = { readonly dashboard: Dashboard; readonly query: DashboardQuery };

/** How the program does: every KPI, one of them in parts, and the tiers over time. */
export function DashboardView({ dashboard, query }: DashboardViewProps) {
  const { quarters, selected, against, regionPath } = dashboard;
  const now = quarters[selected];
  const before = against === null ? undefined : quarters[against];
  const narrowed = narrowings(dashboard, { ...query, region: undefined });
  return (
    <div className="print-wide">
      <PageHeader
        title="Measure"
        lead={sourceWords(dashboard)}
        actions={
          <>
            <DownloadLink href={dashboardExportAddress(query, "csv")}>Export CSV</DownloadLink>
            <DownloadLink href={dashboardExportAddress(query, "xlsx")}>Export XLSX</DownloadLink>
          </>
        }
      />
      <MeasureTabs current="dashboard" />
      <DashboardFilters dashboard={dashboard} query={query} />
      <p role="status" className="mt-4 text-sm text-muted">
        {now !== undefined && quarterName(now)}
        {before !== undefined && `, compared with ${quarterName(before)}`}
        {dashboard.coreCategory !== null && `. Product mix is what is sold outside of ${dashboard.coreCategory}`}.
        {narrowed.length > 0 && ` Only ${narrowed.join(", ")}.`}
        {regionPath.length > 0 && (
          <>
            {" "}
            Region:{" "}
            {regionPath.map(({ code, name }, place) => (
              <span key={code}>
                {place > 0 && " › "}
                <TextLink href={dashboardAddress(query, { region: code })}>{name}</TextLink>
              </span>
            ))}
            .
          </>
        )}
        {dashboardFilterCount(query) > 0 && (
          <>
            {" · "}
            <span className="print:hidden">
              <TextLink href={dashboardAddress(query, { tier: undefined, region: undefined, line: undefined })}>Clear filters</TextLink>
            </span>
          </>
        )}
      </p>
      <KpiTiles dashboard={dashboard} query={query} />
      <div className="mt-10">
        <KpiGroups dashboard={dashboard} query={query} />
        <TierCohorts dashboard={dashboard} query={query} />
      </div>
    </div>
  );
}
