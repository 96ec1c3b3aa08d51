import { expect, test } from "vitest";
import { isSoFar } from "@/components/measure/kpi-words";
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
