import { expect, test } from "vitest";
import { sourceOfKind } from "../../../../components/define/studio/source-of-kind";
import { checkProgram } from "../../../../lib/domain/define/check-program";
import { addMetric, editMetric } from "../../../../lib/domain/define/edit-metrics";
import { type MetricDefinition, type MetricSource, MetricSource as MetricSourceSchema } from "../../../../lib/domain/define/metric";
import { fullProgram } from "../full-program";

const METRIC: MetricDefinition = {
  ...{ key: "own", name: "Own", unit: "money", betterWhen: "higher" },
  source: { kind: "posRevenue", window: { kind: "fiscalYearToDate", previous: true }, filter: { lines: ["BIKES"] } },
};
const PROGRAM = addMetric(fullProgram(), METRIC);
const AROUND = { program: PROGRAM, metric: "own", customMetrics: [{ code: "sla", name: "SLA" }], categories: ["Bikes"] };
const KINDS = MetricSourceSchema.options.map((option) => option.shape.kind.value);
const LIFETIME: MetricSource = { kind: "posRevenue", window: { kind: "lifetime" } };

test.each(KINDS.flatMap((from) => KINDS.map((to) => [from, to] as const)))(
  "a metric that counts %s can count %s: nothing contradicts itself",
  (from, to) => {
    for (const source of [METRIC.source, LIFETIME]) {
      const before = sourceOfKind(from, source, AROUND);
      const after = editMetric(PROGRAM, "own", { source: sourceOfKind(to, before, AROUND) });
      expect(checkProgram(after).filter(({ path }) => path === "metrics.own")).toEqual([]);
    }
  },
);

test("the period and what it is narrowed to are kept", () => {
  expect(sourceOfKind("posGrowth", METRIC.source, AROUND)).toEqual({
    kind: "posGrowth",
    window: { kind: "fiscalYearToDate", previous: true },
    filter: { lines: ["BIKES"] },
  });
});
