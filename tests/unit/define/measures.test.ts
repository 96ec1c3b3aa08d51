import { describe, expect, it } from "vitest";
import { measuredAnew } from "../../../lib/domain/define/measures";
import type { MetricDefinition } from "../../../lib/domain/define/metric";
import type { Program } from "../../../lib/domain/define/program";
import { metric, program } from "../score/run-fixture";

const ratio = metric("share", { source: { kind: "ratio", numerator: "a", denominator: "b", times: 1 } });
const counts = (key: string, months: number): MetricDefinition =>
  metric(key, { source: { kind: "observation", metric: key, aggregate: "sum", window: { kind: "trailingMonths", months } } });

const anew = (after: Program, before: Program) => {
  const { metrics, readings } = measuredAnew(after, before);
  return [metrics.map(({ key }) => key), readings];
};

describe("what a program measures that another does not", () => {
  const before = program();
  it.each<[string, Program, unknown]>([
    [
      "nothing when only names, order, weights or tiers differ",
      program({ metrics: [...before.metrics].reverse().map((m) => ({ ...m, name: "x" })) }),
      [[], false],
    ],
    ["a metric that is new", program({ metrics: [...before.metrics, metric("e")] }), [["e"], false]],
    ["a metric that counts otherwise", program({ metrics: [counts("a", 3), ...before.metrics.slice(1)] }), [["a"], false]],
    ["a ratio, with what it divides", program({ metrics: [...before.metrics, ratio] }), [["a", "b", "share"], false]],
    ["everything in another currency", program({ currency: "EUR" }), [["a", "b", "c", "d"], false]],
    ["everything of another year", program({ fiscalCalendar: { kind: "months", startMonth: 7 } }), [["a", "b", "c", "d"], false]],
    ["the readings, of metrics that stay", program({ readings: { kind: "monthEnds", last: 3 } }), [[], true]],
  ])("is %s", (_, after, expected) => {
    expect(anew(after, before)).toEqual(expected);
  });

  it("is a ratio whose parts count otherwise", () => {
    const of = (part: MetricDefinition) => program({ metrics: [part, ...before.metrics.slice(1), ratio] });
    expect(anew(of(counts("a", 3)), of(counts("a", 6)))).toEqual([["a", "b", "share"], false]);
    expect(anew(of(counts("a", 3)), of(counts("a", 3)))).toEqual([[], false]);
  });

  it("is every reading when a metric is new: it is measured in each", () => {
    const readings = { kind: "monthEnds", last: 3 } as const;
    expect(anew(program({ readings, metrics: [...before.metrics, metric("e")] }), program({ readings }))).toEqual([["e"], true]);
    expect(anew(program({ readings }), program({ readings }))).toEqual([[], false]);
  });
});
