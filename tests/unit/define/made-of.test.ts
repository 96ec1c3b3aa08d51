import { describe, expect, test } from "vitest";
import { madeOf, moversOf } from "../../../lib/domain/define/made-of";
import type { MetricDefinition, MetricSource } from "../../../lib/domain/define/metric";
import { effort } from "../score/path/path-fixture";
import { metric, program } from "../score/run-fixture";

const YEAR = { kind: "trailingMonths", months: 12 } as const;
const NORTH = { regions: ["north"] };
const measuring = (key: string, source: MetricSource) => metric(key, { source });

const REVENUE = measuring("revenue", { kind: "posRevenue", window: YEAR });
const RATIO = measuring("ratio", { kind: "ratio", numerator: "revenue", denominator: "people", times: 1 });
const GROWTH = measuring("growth", { kind: "posGrowth", window: YEAR });
const metrics: MetricDefinition[] = [
  REVENUE,
  measuring("weighed", { kind: "posRevenue", window: YEAR, rates: [{ from: null, bps: 5000 }] }),
  measuring("north", { kind: "posRevenue", window: YEAR, filter: NORTH }),
  GROWTH,
  measuring("growth_north", { kind: "posGrowth", window: YEAR, filter: NORTH }),
  measuring("growth_quarter", { kind: "posGrowth", window: { kind: "fiscalQuarterToDate" } }),
  measuring("weekly", { kind: "posVelocity", of: "revenue", window: YEAR }),
  measuring("weekly_units", { kind: "posVelocity", of: "units", window: YEAR }),
  measuring("people", { kind: "certifiedPeople" }),
  RATIO,
  measuring("ratio_of_growth", { kind: "ratio", numerator: "growth", denominator: "people", times: 1 }),
];
const named = (key: string) => metrics.find((one) => one.key === key) ?? REVENUE;

describe("a metric is made of", () => {
  test.each<[string, string[]]>([
    ["revenue", []],
    ["growth", ["revenue"]],
    ["growth_north", ["north"]],
    ["growth_quarter", []],
    ["weekly", ["revenue"]],
    ["weekly_units", []],
    ["ratio", ["revenue", "people"]],
  ])("%s: %j", (key, parts) => {
    expect(madeOf(named(key), { metrics }).map((part) => part.key)).toEqual(parts);
  });

  test("no other ratio, which a program may not have", () => {
    const twice = measuring("twice", { kind: "ratio", numerator: "ratio", denominator: "twice", times: 1 });
    expect(madeOf(twice, { metrics: [...metrics, twice] })).toEqual([]);
  });
});

describe("a metric is moved by", () => {
  test.each<[string, string[], string[]]>([
    ["growth", ["revenue"], ["revenue"]],
    ["growth", ["growth"], ["growth"]],
    ["growth", ["growth", "revenue"], ["revenue"]],
    ["ratio", ["revenue", "people"], ["revenue", "people"]],
    ["ratio", ["people", "ratio"], ["people"]],
    ["ratio_of_growth", ["revenue"], ["revenue"]],
    ["ratio_of_growth", ["growth", "people"], ["growth", "people"]],
    ["people", ["revenue"], []],
  ])("%s, where %j have an effort: %j", (key, efforts, movers) => {
    expect(moversOf(named(key), program({ metrics, effort: efforts.map((one) => effort(one)) }))).toEqual(movers);
  });
});
