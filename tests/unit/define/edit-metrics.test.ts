import { expect, test } from "vitest";
import { addMetric, editMetric, metricUses, removeMetric } from "../../../lib/domain/define/edit-metrics";
import { editGroup } from "../../../lib/domain/define/edit-score";
import type { MetricDefinition } from "../../../lib/domain/define/metric";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const BEFORE = fullProgram();
const RATIO: MetricDefinition = {
  ...{ key: "ratio", name: "Revenue a region", unit: "money", betterWhen: "higher" },
  source: { kind: "ratio", numerator: "revenue", denominator: "active_regions", times: 1 },
};

test("where a program uses a metric", () => {
  const program = editGroup(addMetric(BEFORE, RATIO), "fit", {
    gate: { requires: { kind: "not", condition: { kind: "metric", metric: "revenue", op: ">=", value: 1 } } },
  });
  expect(metricUses(program, "revenue")).toEqual([
    { part: "criterion", key: "revenue_points", name: "Revenue" },
    { part: "gate", key: "fit", name: "Fit" },
    { part: "tier", key: "elite", name: "Elite" },
    { part: "metric", key: "ratio", name: "Revenue a region" },
    { part: "fund", key: "mdf", name: "Market development funds" },
    { part: "effort", key: "revenue", name: null },
  ]);
  expect(metricUses(program, "ratio")).toEqual([]);
});

test("only a metric that nothing uses goes, and never the last one", () => {
  const program = addMetric(BEFORE, RATIO);
  expect(Program.parse(program)).toEqual(program);
  expect(removeMetric(program, "ratio")).toEqual(BEFORE);
  expect(removeMetric(program, "revenue")).toBe(program);
  const alone = { ...BEFORE, metrics: [RATIO] };
  expect(removeMetric(alone, "ratio")).toBe(alone);
});

test("what a source measures in one unit alone is in that unit", () => {
  const program = addMetric(BEFORE, RATIO);
  const unitAfter = (change: Partial<MetricDefinition>) => editMetric(program, "ratio", change).metrics.at(-1)?.unit;
  expect(unitAfter({ unit: "number" })).toBe("number");
  expect(unitAfter({ source: { kind: "winRate", window: { kind: "lifetime" }, by: "count" } })).toBe("percent");
  expect(unitAfter({ source: { kind: "posVelocity", of: "units", window: { kind: "trailingMonths", months: 3 } } })).toBe("number");
  expect(unitAfter({ source: { kind: "posRevenue", window: { kind: "lifetime" } }, unit: "count" })).toBe("money");
});

test("a description that is taken away is not there", () => {
  const described = editMetric(BEFORE, "revenue", { description: "What it sells." });
  expect(described.metrics[0]?.description).toBe("What it sells.");
  expect(editMetric(described, "revenue", { description: undefined }).metrics[0]).not.toHaveProperty("description");
});
