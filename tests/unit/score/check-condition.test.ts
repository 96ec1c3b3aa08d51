import { describe, expect, it, test } from "vitest";
import type { Condition } from "../../../lib/domain/define/program";
import type { Check, Verdict } from "../../../lib/domain/score/decision";
import { criterion, decisionOn, group, partner, program } from "./run-fixture";

const tree = group("root", [criterion("a"), group("pair", [criterion("b", { missing: { rule: "reweight" } }), criterion("c")])], { combine: "max" });

/** The check of a tier that requires the condition, for a partner with the values and attributes. */
function check(
  requires: Condition,
  values: Record<string, number | null> = {},
  attributes: Record<string, string | number | boolean | null> = {},
): Check {
  const tiers = [
    { key: "low", name: "Low", requires: null },
    { key: "high", name: "High", requires },
  ];
  const decision = decisionOn(partner("p", values, { attributes }), program({ score: tree, tiers }));
  const result = decision.tiers[1];
  if (!result?.check) throw new Error("the tier was not checked");
  expect(result.verdict).toBe(result.check.verdict);
  expect(decision.qualified).toBe(result.verdict === "met" ? "high" : "low");
  return result.check;
}

const metricAtLeast = (metric: string, value: number): Condition => ({ kind: "metric", metric, op: ">=", value });

describe("Kleene's three values", () => {
  const [met, short, unknown] = ["met", "short", "no_data"] as const satisfies Verdict[];
  /** Of a partner with d = 5 and nothing else. */
  const conditionThatIs = { met: metricAtLeast("d", 1), short: metricAtLeast("d", 9), no_data: metricAtLeast("c", 1) };
  test.each([
    ["all", undefined, [met, met], met],
    ["all", undefined, [met, unknown], unknown],
    ["all", undefined, [short, unknown], short],
    ["any", undefined, [short, short], short],
    ["any", undefined, [short, unknown], unknown],
    ["any", undefined, [met, unknown], met],
    ["atLeast", 2, [met, met, unknown], met],
    ["atLeast", 2, [met, unknown, short], unknown],
    ["atLeast", 2, [met, short, short], short],
    ["atLeast", 2, [unknown, unknown, short], unknown],
    ["atLeast", 3, [met, met], short],
  ] as const)("%s %s of %j is %s", (kind, count, of, verdict) => {
    const conditions = of.map((child) => conditionThatIs[child]);
    const group: Condition = kind === "atLeast" ? { kind, count, of: conditions } : { kind, of: conditions };
    expect(check(group, { d: 5 })).toMatchObject({ kind, verdict, of: of.map((child) => ({ verdict: child })) });
  });

  test.each([
    [5, "short"],
    [1, "met"],
    [null, "no_data"],
  ])("not (d >= 2) with d = %s is %s", (d, verdict) => {
    expect(check({ kind: "not", condition: metricAtLeast("d", 2) }, { d })).toMatchObject({ kind: "not", verdict, of: [{ subject: "d" }] });
  });
});

describe("a metric requirement", () => {
  test.each([
    [">=", 10, 10, "met", 0],
    [">=", 9.5, 10, "short", 0.5],
    [">", 10, 10, "short", 0],
    [">", 10.1, 10, "met", 0],
    ["<=", 10, 10, "met", 0],
    ["<=", 12, 10, "short", 2],
    ["<", 10, 10, "short", 0],
    ["<", 9, 10, "met", 0],
    ["=", 10, 10, "met", 0],
    ["=", 7, 10, "short", 3],
    [">=", 0.1, 0.3, "short", 0.2],
    [">=", null, 10, "no_data", null],
  ] as const)("%s with %s of %s is %s, gap %s", (op, have, need, verdict, gap) => {
    expect(check({ kind: "metric", metric: "d", op, value: need }, { d: have })).toEqual({
      kind: "metric",
      subject: "d",
      op,
      verdict,
      have,
      need,
      gap,
    });
  });

  it("is short by something even when the gap is too small to print", () => {
    expect(check(metricAtLeast("d", 1e-12), { d: 0 })).toMatchObject({ verdict: "short", gap: 1e-12 });
  });
});

describe("a score or node requirement", () => {
  it("compares rounded points", () => {
    expect(check({ kind: "score", atLeast: 60 }, { a: 59.95 })).toEqual({
      kind: "score",
      subject: "score",
      op: ">=",
      verdict: "met",
      have: 60,
      need: 60,
      gap: 0,
    });
    expect(check({ kind: "node", node: "c", atLeast: 60 }, { c: 59.94 })).toMatchObject({
      kind: "node",
      subject: "c",
      verdict: "short",
      have: 59.9,
      gap: 0.1,
    });
  });

  it("is without data for a node without points", () => {
    expect(check({ kind: "node", node: "b", atLeast: 0 })).toMatchObject({ verdict: "no_data", have: null, gap: null });
  });
});

describe("every leaf above", () => {
  test.each([
    [{ b: 1, c: 2 }, "met", []],
    [{ b: 0, c: 2 }, "short", ["b"]],
    [{ b: null, c: 2 }, "no_data", ["b"]],
    [{ b: null, c: 0 }, "short", ["b", "c"]],
    [{ b: 0.04, c: 2 }, "short", ["b"]],
  ])("zero with %j is %s, failing %j", (values, verdict, failing) => {
    expect(check({ kind: "leavesAbove", node: "pair", above: 0 }, values)).toEqual({
      kind: "leavesAbove",
      subject: "pair",
      verdict,
      need: 0,
      failing,
    });
  });

  it("looks at a criterion itself when it is named", () => {
    expect(check({ kind: "leavesAbove", node: "a", above: 10 }, { a: 10 })).toMatchObject({ verdict: "short", failing: ["a"] });
  });
});

describe("an attribute requirement", () => {
  test.each([
    ["in", "north", "met"],
    ["in", "south", "short"],
    ["notIn", "north", "short"],
    ["notIn", "south", "met"],
    ["in", null, "no_data"],
    ["notIn", null, "no_data"],
  ] as const)("%s north or 1 with %s is %s", (op, region, verdict) => {
    const requires: Condition = { kind: "attribute", attribute: "region", op, values: ["north", 1] };
    expect(check(requires, {}, { region })).toEqual({ kind: "attribute", subject: "region", op, verdict, have: region, values: ["north", 1] });
  });

  it("tells the number 1 from the text 1, and is without data when the attribute is absent", () => {
    const requires: Condition = { kind: "attribute", attribute: "constructor", op: "in", values: [1] };
    expect([check(requires, {}, { constructor: 1 }).verdict, check(requires, {}, { constructor: "1" }).verdict, check(requires).verdict]).toEqual([
      "met",
      "short",
      "no_data",
    ]);
  });
});

it("a nested requirement keeps the shape it was written in", () => {
  const requires: Condition = {
    kind: "all",
    of: [
      { kind: "score", atLeast: 0 },
      { kind: "atLeast", count: 1, of: [metricAtLeast("c", 1), metricAtLeast("d", 1)] },
    ],
  };
  expect(check(requires, { a: 1, d: 0 })).toMatchObject({
    kind: "all",
    verdict: "no_data",
    of: [
      { kind: "score", verdict: "met" },
      { kind: "atLeast", count: 1, verdict: "no_data", of: [{ verdict: "no_data" }, { verdict: "short" }] },
    ],
  });
});
