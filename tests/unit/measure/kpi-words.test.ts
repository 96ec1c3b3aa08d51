import { expect, test } from "vitest";
import { baseWords, isSoFar, narrowings } from "@/components/measure/kpi-words";
import { KPIS } from "@/lib/domain/measure/kpi-registry";

const quarter = (isComplete: boolean) => ({ year: 2024, quarter: 2, from: "2024-04-01", until: "2024-05-16", isComplete, run: 2 });

test("a quarter that is not over is not compared with a whole one by what is added up over its days", () => {
  expect(isSoFar(KPIS.revenue, quarter(false))).toBe(true);
  expect(isSoFar(KPIS.revenue, quarter(true))).toBe(false);
  expect(isSoFar(KPIS.revenue, undefined)).toBe(false);
});

test("what is divided by something of the same days, or is as of a day, compares", () => {
  for (const kpi of [KPIS.growth, KPIS.win_rate, KPIS.velocity, KPIS.certified_people, KPIS.promoted])
    expect(isSoFar(kpi, quarter(false)), kpi.name).toBe(false);
});

const KPIS_KEYED = { coverage_cells: { key: "coverage_cells" }, win_rate: { key: "win_rate" } } as const;
const figure = (denominator: number) => ({ value: 50, numerator: 1, denominator, gap: null });

test("a share of cells says how many there are as soon as it is compared with another number of them", () => {
  expect(baseWords(KPIS_KEYED.coverage_cells, figure(1392), figure(1364))).toBe("of 1,392 cells, 1,364 then");
  expect(baseWords(KPIS_KEYED.coverage_cells, figure(1392), figure(1392))).toBeNull();
  expect(baseWords(KPIS_KEYED.coverage_cells, figure(1392), undefined)).toBeNull();
  expect(baseWords(KPIS_KEYED.win_rate, figure(2), figure(3))).toBeNull();
});

test("what narrows a dashboard is named whole, by the names that people know", () => {
  const context = {
    regionPath: [{ code: "us", name: "United States" }],
    choices: { tiers: [{ code: "gold", name: "Gold" }], regions: [], lines: [{ code: "road", name: "Road Bikes" }] },
  };
  const query = { program: "main", by: "tier", kpi: "revenue" } as const;
  expect(narrowings(context, query)).toEqual([]);
  expect(narrowings(context, { ...query, tier: "gold", region: "us", line: "road" })).toEqual([
    "tier Gold",
    "region United States",
    "product line Road Bikes",
  ]);
});
