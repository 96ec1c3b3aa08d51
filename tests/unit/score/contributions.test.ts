import { describe, expect, it, test } from "vitest";
import type { Group } from "../../../lib/domain/define/program";
import { apportion } from "../../../lib/domain/score/contributions";
import { criterion, decisionOn, group, nodeOf, partner, program } from "./run-fixture";

const explain = (score: Group, values: Record<string, number | null>) => decisionOn(partner("p", values), program({ score }));
const contributionsOf = (score: Group, values: Record<string, number | null>) =>
  Object.fromEntries(explain(score, values).nodes.map(({ key, contribution }) => [key, contribution]));

describe("sharing out grains", () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [0, 0], [0, 0]],
    [0, [1, 2], [0, 0]],
    [7, [0.5, 0, 0.5], [4, 0, 3]],
    [333, [0.1, 0.2], [111, 222]],
  ])("%d by %j is %j", (grains, weights, parts) => {
    expect(apportion(grains, weights)).toEqual(parts);
  });
});

describe("contributions", () => {
  it("add up to the rounded score, and each group's to its children", () => {
    // 1/3 each of 10.04, 10.04 and 10.04: 10.0 after rounding, though 3.35 three times would be 10.05
    const tree = group("root", [criterion("a"), group("pair", [criterion("b"), criterion("c")], { weight: 2 })]);
    expect(contributionsOf(tree, { a: 10.04, b: 10.04, c: 10.04 })).toEqual({ root: 10, a: 3.3, pair: 6.7, b: 3.4, c: 3.3 });
  });

  it("of a left-out criterion are nothing, and its siblings carry the score", () => {
    const tree = group("root", [criterion("a"), criterion("b", { missing: { rule: "reweight" } })]);
    expect(contributionsOf(tree, { a: 64 })).toEqual({ root: 64, a: 64, b: 0 });
  });

  it("of a capped sum share the cap in proportion", () => {
    expect(contributionsOf(group("root", [criterion("a"), criterion("b")], { combine: "sum" }), { a: 90, b: 60 })).toEqual({
      root: 100,
      a: 60,
      b: 40,
    });
  });

  it("of a best-of group come from the child chosen, the first of equals", () => {
    const tree = group("root", [criterion("a"), criterion("b"), criterion("c")], { combine: "max" });
    expect(contributionsOf(tree, { a: 20, b: 70, c: 70 })).toEqual({ root: 70, a: 0, b: 70, c: 0 });
    expect(explain(tree, { a: 20, b: 70, c: 70 }).nodes.map(({ share }) => share)).toEqual([1, 0, 1, 0]);
  });

  it("of a worst-of group come from the child chosen", () => {
    const tree = group("root", [criterion("a"), criterion("b", { missing: { rule: "reweight" } })], { combine: "min" });
    expect(contributionsOf(tree, { a: 20, b: 70 })).toEqual({ root: 20, a: 20, b: 0 });
  });

  it("are zero all the way below a closed gate", () => {
    const gate = { requires: { kind: "metric", metric: "d", op: ">=", value: 1 } } as const;
    const tree = group("root", [criterion("a"), group("pair", [criterion("b"), criterion("c")], { gate })]);
    expect(contributionsOf(tree, { a: 50, b: 60, c: 70 })).toEqual({ root: 25, a: 25, pair: 0, b: 0, c: 0 });
  });

  it("are unknown below a group that does not add", () => {
    const tree = group("root", [criterion("a"), group("pair", [criterion("b"), criterion("c")], { combine: "geometric" })]);
    expect(contributionsOf(tree, { a: 50, b: 60, c: 60 })).toEqual({ root: 55, a: 25, pair: 30, b: null, c: null });
  });
});

describe("log contributions", () => {
  const tree = group("root", [criterion("a", { weight: 3 }), criterion("b"), criterion("c", { missing: { rule: "reweight" } })], {
    combine: "geometric",
  });

  it("add up to the logarithm of their geometric parent", () => {
    const decision = explain(tree, { a: 80, b: 30, c: 55 });
    const sum = ["a", "b", "c"].reduce((total, key) => total + (nodeOf(decision, key).logContribution ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(Math.log((nodeOf(decision, "root").points ?? 0) / 100), 12);
    expect(nodeOf(decision, "a").logContribution).toBeCloseTo(0.6 * Math.log(0.8), 12);
  });

  it("are unknown for points so few that they have none", () => {
    const hardly = criterion("a", { curve: { kind: "perUnit", points: Number.MIN_VALUE, cap: 100 } });
    const decision = explain(group("root", [hardly, criterion("b")], { combine: "geometric" }), { a: 1, b: 50 });
    expect(nodeOf(decision, "a")).toMatchObject({ points: Number.MIN_VALUE, logContribution: null });
  });

  it("are unknown for a zero, for a child left out, and under a parent that is not geometric", () => {
    const decision = explain(tree, { a: 80, b: 0 });
    expect(["root", "b", "c"].map((key) => nodeOf(decision, key).logContribution)).toEqual([null, null, null]);
    expect(nodeOf(decision, "a").logContribution).toBeCloseTo(0.75 * Math.log(0.8), 12);
  });
});
