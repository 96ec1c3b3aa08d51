import { describe, expect, test } from "vitest";
import type { NodeResult } from "@/lib/domain/score/decision";
import { scoreDrivers } from "@/lib/services/score/score-drivers";

type Leaf = { readonly points: number | null; readonly share: number | null };

/** A root of two pillars; `a` and `b` in the first, `c` alone in the second. */
function nodes(leaves: { a: Leaf; b: Leaf; c: Leaf }, pillars = { first: 0.8, second: 0.2 }): NodeResult[] {
  const group = (key: string, parent: string | null, share: number): NodeResult => ({
    ...{ key, parent, share, points: 50, contribution: null, logContribution: null, status: "scored", combine: "arithmetic" },
  });
  const criterion = (key: "a" | "b" | "c", parent: string): NodeResult => ({
    ...{
      key,
      parent,
      ...leaves[key],
      contribution: null,
      logContribution: null,
      status: "scored",
      criterion: { metric: key, value: 1, missing: null },
    },
  });
  return [
    group("root", null, 1),
    group("first", "root", pillars.first),
    criterion("a", "first"),
    criterion("b", "first"),
    group("second", "root", pillars.second),
    criterion("c", "second"),
  ];
}

const NAMES = new Map([
  ["a", "Alpha"],
  ["b", "Beta"],
  ["c", "Gamma"],
]);
const BEFORE = { a: { points: 50, share: 0.5 }, b: { points: 50, share: 0.5 }, c: { points: 50, share: 1 } };

describe("the drivers of a score", () => {
  test("are the criteria whose weighed points changed, the largest change first, with points before and now", () => {
    const now = { ...BEFORE, a: { points: 40, share: 0.5 }, c: { points: 100, share: 1 } };
    expect(scoreDrivers(nodes(BEFORE), nodes(now), NAMES)).toEqual([
      { node: "c", name: "Gamma", before: 50, now: 100 },
      { node: "a", name: "Alpha", before: 50, now: 40 },
    ]);
  });

  test("weigh a change by the shares from the root down", () => {
    const now = { ...BEFORE, b: { points: 60, share: 0.5 }, c: { points: 65, share: 1 } };
    expect(scoreDrivers(nodes(BEFORE), nodes(now), NAMES).map(({ node }) => node)).toEqual(["b", "c"]);
  });

  test("include a criterion that is left out or without points on one side", () => {
    const now = { ...BEFORE, a: { points: null, share: null }, b: { points: 50, share: 1 } };
    expect(scoreDrivers(nodes(BEFORE), nodes(now), NAMES)).toEqual([
      { node: "a", name: "Alpha", before: 50, now: null },
      { node: "b", name: "Beta", before: 50, now: 50 },
    ]);
  });

  test("include criteria that only one of the two programs has, by key when there is no name", () => {
    const root: NodeResult = {
      ...{ key: "only", parent: null, points: 10, share: 1, contribution: 10, logContribution: null, status: "scored" },
      criterion: { metric: "only", value: 1, missing: null },
    };
    expect(scoreDrivers([root], nodes(BEFORE), NAMES).map(({ node, name, before }) => [node, name, before])).toEqual([
      ["a", "Alpha", null],
      ["b", "Beta", null],
      ["c", "Gamma", null],
    ]);
    expect(scoreDrivers(nodes(BEFORE), [root], NAMES)).toContainEqual({ node: "a", name: "Alpha", before: 50, now: null });
  });

  test("are none when nothing changed", () => {
    expect(scoreDrivers(nodes(BEFORE), nodes(BEFORE), NAMES)).toEqual([]);
  });
});
