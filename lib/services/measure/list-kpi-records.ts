import { KpiRecordsQuery } from "@/lib/contracts/kpi";
import type { Evidence } from "@/lib/contracts/scorecard";
import type { MetricFacts } from "@/lib/db/evidence/metric-facts";
import type { KpiFigure, KpiUnit } from "@/lib/domain/measure/kpi";
import { kpiRecords } from "@/lib/domain/measure/kpi-records";
import { kpiDefinition } from "@/lib/domain/measure/kpi-registry";
import { addDays } from "@/lib/domain/shared/calendar-day";
import { AppError } from "@/lib/errors";
import { query } from "@/lib/services/define-service";
import { figureOf, kpiGround } from "./kpi-context";

/** Amounts of KPIs are in ten-thousandths of what a metric's value is in. */
const E4 = 10_000;

/** The facts behind what one partner adds to a KPI in a quarter: those counted, or those left out, each with its reason. */
export const listKpiRecords = query({
  permission: "kpi.read",
  input: KpiRecordsQuery,
  async run({ db }, { kpi, partner: code, side, page: asked, ...slice }): Promise<Evidence> {
    const source = kpiRecords(kpi, slice.line);
    if (source === null) throw new AppError("not_found", `"${kpiDefinition(kpi).name}" is read from decisions or funds, not from imported records.`);
    const ground = await kpiGround(db, slice, { coverage: false });
    const { selected, run } = ground.context;
    const quarter = ground.quarters[selected];
    const id = await db.partners.idOf(code);
    const partner = await db.partners.find(code);
    if (quarter === undefined || id === null || partner === null) throw new AppError("not_found", `There is no partner "${code}".`);
    const [row] = await db.kpis.sums({ ...ground, narrowing: { ...ground.narrowing, partner: code }, quarters: [quarter] }, { by: ["total"] });
    const figure = figureOf(ground, kpi, selected, row?.sums);
    const { unit, name, betterWhen } = kpiDefinition(kpi);
    const facts: MetricFacts = {
      run: { number: run.number, asOf: addDays(quarter.until, -1), knownAt: ground.knownAt },
      partner: { id, code, name: partner.name },
      region: null,
      program: ground.program,
      metric: { key: kpi, name, unit, betterWhen: betterWhen ?? "higher", source },
      input: { value: metricValue(figure, unit), facts: 0, from: quarter.from, until: quarter.until },
    };
    const summary = await db.evidence.summarize(facts, side);
    const page = Math.min(asked, summary.pages);
    return {
      partner: { code, name: partner.name },
      run: { number: run.number, asOf: facts.run.asOf },
      metric: {
        ...{ key: kpi, name, unit, value: facts.input.value, currency: ground.program.currency, facts: summary.counts.counted, source },
        ...("window" in source ? { from: quarter.from, until: quarter.until } : { from: null, until: null }),
      },
      side,
      counts: summary.counts,
      totals: [...summary.totals],
      quantity: summary.quantity,
      records: await db.evidence.list(facts, side, page),
      page,
      pages: summary.pages,
    };
  },
});

function metricValue({ value }: KpiFigure, unit: KpiUnit): number | null {
  return value === null || unit !== "money" ? value : value / E4;
}
