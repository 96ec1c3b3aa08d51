import { describe, expect, it, test } from "vitest";
import type { Combine, Criterion, Group } from "../../../lib/domain/define/program";
import { combineColumns } from "../../../lib/domain/score/combine";
import { criterion, decisionOn, group, nodeOf, partner, program } from "./run-fixture";

describe("combining points", () => {
  test.each<[Combine, number[], number[], number]>([
    ["arithmetic", [80, 40], [3, 1], 70],
    ["geometric", [80, 20], [1, 1], 40],
    ["geometric", [100, 100], [5, 3], 100],
    ["geometric", [100, 0], [5, 3], 0],
    ["harmonic", [60, 30], [1, 1], 40],
    ["harmonic", [60, 0], [1, 1], 0],
    ["sum", [30, 45.5], [1, 1], 75.5],
    ["min", [80, 20], [1, 1], 20],
    ["max", [80, 20], [1, 1], 80],
    ["geometric", [64], [7], 64],
  ])("%s of %j by %j is %d", (combine, points, weights, expected) => {
    const children = points.map((child, i) => ({ points: Float64Array.of(child, Number.NaN), weight: weights[i] ?? 0 }));
    const combined = new Float64Array(2);
    combineColumns(combine, children, combined);
    expect(combined[0]).toBeCloseTo(expected, 10);
    expect(combined[1]).toBeNaN();
  });
});

const score = (tree: Group | Criterion, values: Record<string, number | null>) => decisionOn(partner("p", values), program({ score: tree })).score;

describe("a group", () => {
  it("counts children by weight", () => {
    expect(score(group("g", [criterion("a", { weight: 3 }), criterion("b", { weight: 1 })]), { a: 80, b: 40 })).toBe(70);
  });

  it("ignores a child of weight 0 in a mean, even a zero in a geometric one or one that is unscored", () => {
    const children = [criterion("a"), criterion("b", { weight: 0, missing: { rule: "unscored" } })];
    expect(score(group("g", children, { combine: "geometric" }), { a: 80, b: 0 })).toBe(80);
    expect(score(group("g", children), { a: 80, b: null })).toBe(80);
  });

  it("does not look at weights in a sum, a min or a max", () => {
    const children = [criterion("a", { weight: 0 }), criterion("b", { weight: 9 })];
    expect(score(group("g", children, { combine: "sum" }), { a: 30, b: 20 })).toBe(50);
    expect(score(group("g", children, { combine: "min" }), { a: 10, b: 20 })).toBe(10);
    expect(score(group("g", children, { combine: "max" }), { a: 30, b: 20 })).toBe(30);
  });

  it("caps a sum at 100, or at its own cap", () => {
    const children = [criterion("a"), criterion("b")];
    expect(score(group("g", children, { combine: "sum" }), { a: 70, b: 60 })).toBe(100);
    expect(score(group("g", children, { combine: "sum", cap: 45 }), { a: 30, b: 20 })).toBe(45);
  });
});

describe("a criterion without data", () => {
  const tree = (missing: Criterion["missing"]) => group("g", [criterion("a"), criterion("b", { missing })]);
  const outcome = (missing: Criterion["missing"]) => {
    const decision = decisionOn(partner("p", { a: 80, b: null }), program({ score: tree(missing) }));
    const { points, share, status, criterion: explained } = nodeOf(decision, "b");
    return { score: decision.score, points, share, status, explained };
  };
  const explained = (missing: string) => ({ metric: "b", value: null, missing });

  it("has 0 points by `zero`", () => {
    expect(outcome({ rule: "zero" })).toEqual({ score: 40, points: 0, share: 0.5, status: "missing_zero", explained: explained("zero") });
  });

  it("has the stated points by `value`", () => {
    expect(outcome({ rule: "value", points: 50 })).toEqual({
      score: 65,
      points: 50,
      share: 0.5,
      status: "missing_value",
      explained: explained("value"),
    });
  });

  it("leaves its weight to its siblings by `reweight`", () => {
    expect(outcome({ rule: "reweight" })).toEqual({ score: 80, points: null, share: null, status: "left_out", explained: explained("reweight") });
  });

  it("leaves the partner without a score by `unscored`", () => {
    expect(outcome({ rule: "unscored" })).toEqual({ score: null, points: null, share: 0.5, status: "unscored", explained: explained("unscored") });
  });

  it("takes the same rule when the metric's key is absent", () => {
    expect(score(tree({ rule: "value", points: 50 }), { a: 80 })).toBe(65);
  });

  it("is not confused by a metric named like something every object has", () => {
    const rules = program({ score: criterion("constructor", { missing: { rule: "value", points: 12 } }) });
    expect(decisionOn(partner("p", {}), rules).score).toBe(12);
  });
});

describe("a group without data", () => {
  const reweight = { missing: { rule: "reweight" } } as const;

  it("is left out when all its children are, and leaves its weight to its siblings", () => {
    const tree = group("g", [group("h", [criterion("a", reweight), criterion("b", reweight)], { weight: 9 }), criterion("c")]);
    const decision = decisionOn(partner("p", { c: 30 }), program({ score: tree }));
    expect(decision.score).toBe(30);
    expect(nodeOf(decision, "h")).toMatchObject({ points: null, share: null, status: "left_out" });
    expect(nodeOf(decision, "c").share).toBe(1);
  });

  it("leaves the partner unscored when nothing at all is left", () => {
    const decision = decisionOn(partner("p"), program({ score: group("g", [criterion("a", reweight), criterion("b", reweight)]) }));
    expect(decision).toMatchObject({ score: null, rank: null, qualified: "bronze", decided: "bronze", distanceToCut: null });
    expect(decision.nodes.every(({ contribution }) => contribution === null)).toBe(true);
  });

  it("is left out of sums, minima and maxima alike", () => {
    const children = [criterion("a", reweight), criterion("b")];
    for (const combine of ["sum", "min", "max"] as const) expect(score(group("g", children, { combine }), { b: 20 })).toBe(20);
  });

  it("is unscored as soon as one child that counts is", () => {
    const tree = group("g", [criterion("a"), group("h", [criterion("b", { missing: { rule: "unscored" } }), criterion("c")], { combine: "max" })]);
    const decision = decisionOn(partner("p", { a: 10, c: 30 }), program({ score: tree }));
    expect([decision.score, nodeOf(decision, "h").status, nodeOf(decision, "c").points, nodeOf(decision, "c").share]).toEqual([
      null,
      "unscored",
      30,
      null,
    ]);
  });
});

describe("a gate", () => {
  const gate = { requires: { kind: "metric", metric: "d", op: ">=", value: 1 } } as const;

  it("zeroes its group unless its condition is met; no data does not meet it", () => {
    const tree = group("g", [criterion("a")], { gate });
    expect([score(tree, { a: 80, d: 1 }), score(tree, { a: 80, d: 0 }), score(tree, { a: 80, d: null })]).toEqual([80, 0, 0]);
  });

  it("zeroes only the child it names", () => {
    const tree = group("g", [criterion("a"), criterion("b")], { gate: { ...gate, zeroes: "b" } });
    const decision = decisionOn(partner("p", { a: 80, b: 60, d: 0 }), program({ score: tree }));
    expect(decision.score).toBe(40);
    expect([nodeOf(decision, "g").status, nodeOf(decision, "b").status, nodeOf(decision, "b").points]).toEqual(["scored", "gated", 0]);
  });

  it("may look at nodes that come later in the document: step one earns nothing without step two", () => {
    const tree = group("g", [criterion("a"), criterion("b")], {
      combine: "sum",
      gate: { requires: { kind: "node", node: "b", atLeast: 10 }, zeroes: "a" },
    });
    expect([score(tree, { a: 50, b: 10 }), score(tree, { a: 50, b: 9.94 })]).toEqual([60, 9.9]);
  });

  it("looks at points rounded like the score", () => {
    const tree = group("g", [criterion("a"), criterion("b")], {
      combine: "sum",
      gate: { requires: { kind: "node", node: "b", atLeast: 10 }, zeroes: "a" },
    });
    expect(score(tree, { a: 50, b: 9.95 })).toBe(60);
  });

  it("gives 0 even to a child without data, which then does not leave the partner unscored", () => {
    const tree = group("g", [criterion("a"), criterion("b", { missing: { rule: "unscored" } })], { gate: { ...gate, zeroes: "b" } });
    const decision = decisionOn(partner("p", { a: 80 }), program({ score: tree }));
    expect([decision.score, nodeOf(decision, "b").status]).toEqual([40, "gated"]);
  });
});

describe("rounding", () => {
  test.each([
    [0, 72.5, 73],
    [1, 72.45, 72.5],
    [2, 1.005, 1.01],
    [4, 33.33335, 33.3334],
  ])("to %d decimals takes %d to %d", (scoreDecimals, value, expected) => {
    expect(decisionOn(partner("p", { a: value }), program({ scoreDecimals })).score).toBe(expected);
  });

  it("comes before the tier: 79.95 is 80.0 and gold, 79.94 is not", () => {
    expect([79.95, 79.94].map((a) => decisionOn(partner("p", { a }), program()).decided)).toEqual(["gold", "silver"]);
  });
});
