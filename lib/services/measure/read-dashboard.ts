import type { Dashboard, DashboardQuery } from "@/lib/contracts/kpi";
import type { KpiRow } from "@/lib/db/kpis";
import type { ScopedDb } from "@/lib/db/scoped";
import { KPI_KEYS, type KpiKey, kpiDefinition } from "@/lib/domain/measure/kpi-registry";
import { figureOf, type KpiGround, kpiGround, NOTHING } from "./kpi-context";
import { kpiDto } from "./kpi-dto";
import { regionGroups } from "./region-groups";

/** Every KPI of a slice over the quarters, one of them by tier, region or product line, and the tiers over time. */
export async function readDashboard(db: ScopedDb, input: DashboardQuery): Promise<Dashboard> {
  const ground = await kpiGround(db, input, { coverage: true });
  const groups = input.by === "region" ? regionGroups(ground.regions, input.region) : [];
  const rows = await db.kpis.sums(ground, {
    by: ["total", "tier", ...(input.by === "region" ? (["region"] as const) : [])],
    regions: groups.flatMap(({ code, regionIds }) => regionIds.map((regionId) => ({ regionId, key: code }))),
  });
  const sumsOf = (by: KpiRow["by"], key: string, quarter: number) =>
    rows.find((row) => row.by === by && row.key === key && row.quarter === quarter)?.sums;
  const inQuarters = <T>(of: (quarter: number) => T) => ground.quarters.map((_, quarter) => of(quarter));
  return {
    ...ground.context,
    tiles: KPI_KEYS.map((key) => ({
      kpi: kpiDto(key),
      figures: inQuarters((quarter) => figureOf(ground, key, quarter, sumsOf("total", "", quarter))),
    })),
    by: input.by,
    kpi: kpiDto(input.kpi),
    groups: input.by === "tier" ? await groupsOf() : largestFirst(await groupsOf(), ground.context.selected),
    cohorts: ground.program.tiers.map(({ key: tier, name }) => ({
      tier,
      name,
      cells: inQuarters((quarter) => {
        if (ground.ofQuarter[quarter]?.runs === 0) return null;
        const { partners, revenue } = sumsOf("tier", tier, quarter) ?? NOTHING;
        return { partners, revenueE4: revenue };
      }),
    })),
  };

  async function groupsOf(): Promise<Dashboard["groups"]> {
    if (!kpiDefinition(input.kpi).dimensions.includes(input.by)) return [];
    if (input.by === "line") return groupsByLine(db, ground, input.kpi);
    if (input.by === "region")
      return groups
        .filter(({ code }) => rows.some(({ by, key }) => by === "region" && key === code))
        .map(({ code, name, hasParts }) => ({
          ...{ code, name, hasParts },
          figures: inQuarters((quarter) => figureOf(ground, input.kpi, quarter, sumsOf("region", code, quarter))),
        }));
    return ground.program.tiers.toReversed().map(({ key, name }) => ({
      ...{ code: key, name, hasParts: false },
      figures: inQuarters((quarter) => figureOf(ground, input.kpi, quarter, sumsOf("tier", key, quarter), { ofTier: true })),
    }));
  }
}

/** KPIs by product line whose formula takes active partners. */
const COUNTS_PARTNERS: ReadonlySet<KpiKey> = new Set<KpiKey>(["velocity"]);

/** The lines that sold anything. */
async function groupsByLine(db: ScopedDb, ground: KpiGround, kpi: DashboardQuery["kpi"]): Promise<Dashboard["groups"]> {
  const rows = await db.kpis.byLine(ground, { before: true });
  const active = COUNTS_PARTNERS.has(kpi) ? await db.kpis.activeByLine(ground) : [];
  const of = <Row extends { key: string; quarter: number }>(list: readonly Row[], code: string, quarter: number) =>
    list.find((row) => row.key === code && row.quarter === quarter);
  return ground.lines
    .filter(({ code }) => rows.some(({ key }) => key === code))
    .map(({ code, name }) => ({
      ...{ code, name, hasParts: false },
      figures: ground.quarters.map((_, quarter) => {
        return figureOf(ground, kpi, quarter, { ...NOTHING, ...of(rows, code, quarter), ...of(active, code, quarter) });
      }),
    }));
}

/** By the value in the selected quarter; what is not defined comes last. */
function largestFirst(groups: Dashboard["groups"], selected: number): Dashboard["groups"] {
  const worth = ({ figures }: Dashboard["groups"][number]) => figures[selected]?.value ?? Number.NEGATIVE_INFINITY;
  return groups.toSorted((a, b) => worth(b) - worth(a) || (a.code < b.code ? -1 : 1));
}
