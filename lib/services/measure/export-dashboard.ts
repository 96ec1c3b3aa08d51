import { type Dashboard, DashboardQuery, type KpiDefinition, type KpiFigure, type KpiUnit } from "@/lib/contracts/kpi";
import { query } from "@/lib/services/define-service";
import { type ExportedFile, type TableColumn, type TableFormat, writeTable } from "@/lib/services/table-file";
import { readDashboard } from "./read-dashboard";

/** Money is written in major units. */
const E4 = 10_000;

type Line = { readonly kpi: KpiDefinition; readonly group: string; readonly groupName: string; readonly quarter: number; readonly figure: KpiFigure };

/** What the dashboard shows, one line per KPI, group and quarter, with the parts that each figure is made of. */
function exportDashboard(format: TableFormat) {
  return query({
    permission: "kpi.read",
    input: DashboardQuery,
    async run({ db }, input): Promise<ExportedFile> {
      const dashboard = await readDashboard(db, input);
      const { quarters, run } = dashboard;
      const label = (place: number) => {
        const quarter = quarters[place];
        return quarter === undefined ? "" : `Q${quarter.quarter} FY${quarter.year}`;
      };
      const columns: readonly TableColumn<Line>[] = [
        { name: "kpi", cell: ({ kpi }) => kpi.name },
        { name: "kpi_key", cell: ({ kpi }) => kpi.key },
        { name: "definition_version", cell: ({ kpi }) => kpi.version },
        { name: "by", cell: ({ group }) => (group === "" ? "total" : dashboard.by) },
        { name: "group_code", cell: ({ group }) => group },
        { name: "group_name", cell: ({ groupName }) => groupName },
        { name: "quarter", cell: ({ quarter }) => label(quarter) },
        { name: "from", cell: ({ quarter }) => quarters[quarter]?.from ?? "" },
        { name: "until", cell: ({ quarter }) => quarters[quarter]?.until ?? "" },
        { name: "unit", cell: ({ kpi }) => kpi.unit },
        { name: "value", cell: ({ kpi, figure }) => written(figure.value, kpi.unit) },
        { name: "numerator", cell: ({ kpi, figure }) => written(figure.numerator, kpi.parts.numerator) },
        { name: "denominator", cell: ({ kpi, figure }) => written(figure.denominator, kpi.parts.denominator ?? "number") },
        { name: "not_defined_because", cell: ({ figure }) => figure.gap },
      ];
      const { tier, region, line } = input;
      const narrowed = Object.entries({ tier, region, line }).filter(([, value]) => value !== undefined);
      async function* rows(): AsyncGenerator<readonly Line[]> {
        yield linesOf(dashboard);
      }
      return writeTable(format, {
        name: `kpis-run-${run.number}-${run.asOf}`,
        origin: {
          organization: dashboard.organization,
          program: dashboard.program,
          as_of: run.asOf,
          known_to_run: run.number,
          currency: dashboard.currency,
          filter: narrowed.length === 0 ? "all" : narrowed.map(([name, value]) => `${name}=${value}`).join("; "),
        },
        columns,
        rows: rows(),
      });
    },
  });
}
export const exportDashboardCsv = exportDashboard("csv");
export const exportDashboardXlsx = exportDashboard("xlsx");

function linesOf({ tiles, groups, kpi }: Dashboard): Line[] {
  const total = tiles.flatMap((tile) => tile.figures.map((figure, quarter) => ({ kpi: tile.kpi, group: "", groupName: "", quarter, figure })));
  const parts = groups.flatMap(({ code, name, figures }) =>
    figures.map((figure, quarter) => ({ kpi, group: code, groupName: name, quarter, figure })),
  );
  return [...total, ...parts];
}

function written(value: number | null, unit: KpiUnit): number | null {
  return value === null || unit !== "money" ? value : value / E4;
}
