import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KpiSums } from "../../../lib/domain/measure/kpi";
import { kpiFigure } from "../../../lib/domain/measure/kpi-figure";
import { KPI_KEYS, KPIS, type KpiKey, kpiDefinition } from "../../../lib/domain/measure/kpi-registry";

const NOTHING: KpiSums = {
  ...{ revenue: 0, revenueBefore: 0, coreRevenue: 0, units: 0, activePartners: 0, days: 91, sourcedPipeline: 0, won: 0, lost: 0, wonDays: 0 },
  ...{ certifiedPeople: 0, runs: 0, partners: 0, allPartners: 0, promoted: 0, demoted: 0, promotedRevenue: 0, demotedRevenue: 0, asQualified: 0 },
  ...{ funds: 0, allocated: 0, coverage: null },
};
const figure = (key: KpiKey, sums: Partial<KpiSums>) => kpiFigure(key, { ...NOTHING, ...sums });
const defined = (value: number, numerator: number, denominator: number | null) => ({ value, numerator, denominator, gap: null });
const gap = (why: string, numerator: number, denominator: number | null) => ({ value: null, numerator, denominator, gap: why });
const CELLS = { cells: 10, reachedCells: 6, potential: 500, reached: 400 };
const run = { runs: 1, partners: 200, allPartners: 800 };

describe("a KPI", () => {
  test.each<[KpiKey, Partial<KpiSums>, object]>([
    ["revenue", { revenue: 1_250_000 }, defined(1_250_000, 1_250_000, null)],
    ["revenue", {}, defined(0, 0, null)],
    ["growth", { revenue: 120, revenueBefore: 100 }, defined(20, 20, 100)],
    ["growth", { revenue: 0, revenueBefore: 100 }, defined(-100, -100, 100)],
    ["growth", { revenue: 120 }, gap("no_base", 120, 0)],
    ["growth", { revenue: 120, revenueBefore: -5 }, gap("no_base", 125, -5)],
    // 2,600 units through 20 partners in 13 weeks
    ["velocity", { units: 2600, activePartners: 20, days: 91 }, defined(10, 2600, 260)],
    ["velocity", {}, gap("no_base", 0, 0)],
    ["mix", { revenue: 100, coreRevenue: 75 }, defined(25, 25, 100)],
    ["sourced_pipeline", { sourcedPipeline: 50_000 }, defined(50_000, 50_000, null)],
    ["win_rate", { won: 1, lost: 2 }, defined(33.333333, 1, 3)],
    ["win_rate", {}, gap("no_base", 0, 0)],
    ["cycle_time", { won: 3, wonDays: 100 }, defined(33.333333, 100, 3)],
    ["cycle_time", { lost: 3 }, gap("no_base", 0, 0)],
    ["certified_people", { certifiedPeople: 7 }, defined(7, 7, null)],
    ["mdf_share", { funds: 1, allocated: 3, revenue: 200 }, defined(1.5, 3, 200)],
    ["mdf_share", { funds: 1, revenue: 200 }, defined(0, 0, 200)],
    ["mdf_share", { revenue: 200 }, gap("no_fund", 0, 200)],
    ["tier_share", run, defined(25, 200, 800)],
    ["tier_share", {}, gap("no_run", 0, 0)],
    ["promoted", { ...run, promoted: 10 }, defined(5, 10, 200)],
    ["demoted", { ...run, demoted: 0 }, defined(0, 0, 200)],
    ["promoted_revenue", { ...run, promotedRevenue: 30, revenue: 120 }, defined(25, 30, 120)],
    ["demoted_revenue", { ...run, demotedRevenue: 30, revenue: 0 }, gap("no_base", 30, 0)],
    ["as_qualified", { ...run, asQualified: 199 }, defined(99.5, 199, 200)],
    ["coverage_potential", { ...run, coverage: CELLS }, defined(80, 400, 500)],
    ["coverage_cells", { ...run, coverage: CELLS }, defined(60, 6, 10)],
    ["coverage_potential", { ...run, coverage: { ...CELLS, potential: 0, reached: 0 } }, gap("no_base", 0, 0)],
    ["coverage_cells", run, gap("no_rule", 0, 0)],
    ["coverage_cells", { coverage: CELLS }, gap("no_run", 6, 10)],
    ["as_qualified", { asQualified: 0, partners: 0 }, gap("no_run", 0, 0)],
  ])("%s of %j", (key, sums, expected) => {
    expect(figure(key, sums)).toEqual(expected);
  });

  test.each(KPI_KEYS)("%s is a number or says why it is none, and never 0 for want of a base", (key) => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    const names = Object.keys(NOTHING).filter((name) => name !== "coverage");
    const sums = fc.record(Object.fromEntries(names.map((name) => [name, count])) as Record<Exclude<keyof KpiSums, "coverage">, typeof count>);
    const cells = fc.option(fc.record({ cells: count, reachedCells: count, potential: count, reached: count }), { nil: null });
    fc.assert(
      fc.property(sums, cells, (drawn, coverage) => {
        const { value, denominator, gap: why } = kpiFigure(key, { ...drawn, days: 91, coverage });
        expect(value === null).toBe(why !== null);
        if (value !== null) expect(Number.isFinite(value) && (denominator === null || denominator > 0)).toBe(true);
      }),
    );
  });

  test.each(KPI_KEYS)("%s is defined in full: by what it is divided is named exactly when it is divided", (key) => {
    const definition = kpiDefinition(key);
    expect(definition.denominator === null).toBe(figure(key, { runs: 1, funds: 1, coverage: CELLS }).denominator === null);
    expect(definition.parts.denominator === null).toBe(definition.denominator === null);
    for (const words of [definition.name, definition.formula, definition.numerator, definition.owner]) expect(words).not.toBe("");
  });

  test("has a name of its own", () => {
    const names = Object.values(KPIS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
