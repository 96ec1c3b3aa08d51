import { KPI_ROWS_SHOWN, KpiQuery, type KpiReport } from "@/lib/contracts/kpi";
import { pageCount } from "@/lib/domain/shared/page-count";
import { query } from "@/lib/services/define-service";
import { figureOf, kpiGround } from "./kpi-context";
import { kpiDto } from "./kpi-dto";

const COVERAGE: readonly KpiQuery["kpi"][] = ["coverage_potential", "coverage_cells"];

/** One KPI of a slice, with what each partner adds to it. */
export const getKpi = query({
  permission: "kpi.read",
  input: KpiQuery,
  async run({ db }, input): Promise<KpiReport> {
    const ground = await kpiGround(db, input, { coverage: COVERAGE.includes(input.kpi) });
    const { selected } = ground.context;
    const totals = await db.kpis.sums(ground, { by: ["total"] });
    const quarters = ground.quarters.slice(selected, selected + 1);
    const parts = await db.kpis.sums({ ...ground, quarters }, { by: ["partner"] });
    const figures = ground.quarters.map((_, quarter) => figureOf(ground, input.kpi, quarter, totals.find((row) => row.quarter === quarter)?.sums));
    const adding = parts
      .map(({ key, sums }) => ({ code: key, figure: figureOf(ground, input.kpi, selected, sums) }))
      .filter(
        ({ figure: { numerator, denominator, gap } }) =>
          gap !== "not_by_line" && !COVERAGE.includes(input.kpi) && (numerator !== 0 || (denominator ?? 0) !== 0),
      )
      .sort((a, b) => b.figure.numerator - a.figure.numerator || (a.code < b.code ? -1 : 1));
    const pages = pageCount(adding.length, KPI_ROWS_SHOWN);
    const page = Math.min(input.page, pages);
    const shown = adding.slice((page - 1) * KPI_ROWS_SHOWN, page * KPI_ROWS_SHOWN);
    const known = new Map(
      (
        await db.kpis.partners(
          ground.quarters[selected]?.runId ?? null,
          shown.map(({ code }) => code),
        )
      ).map((partner) => [partner.code, partner]),
    );
    const tierName = (key: string | null | undefined) => ground.program.tiers.find((tier) => tier.key === key)?.name ?? key ?? null;
    return {
      ...ground.context,
      kpi: kpiDto(input.kpi),
      figures,
      rows: shown.map(({ code, figure }) => ({
        partner: { code, name: known.get(code)?.name ?? code },
        tierName: tierName(known.get(code)?.tier),
        figure,
      })),
      total: adding.length,
      page,
      pages,
    };
  },
});
