import { describe, expect, it } from "vitest";
import { distribution, extentOf } from "../../../lib/domain/optimize/distribution";

const NONE = Number.NaN;

describe("a distribution", () => {
  it.each([
    ["counts each value in its stretch, ends included", [0, 24.9, 25, 50, 100], [2, 1, 1, 1], 0],
    ["counts what lies outside at the nearer end", [-1e15, 1e15, 50], [1, 0, 1, 1], 0],
    ["counts no data apart", [NONE, NONE, 10], [1, 0, 0, 0], 2],
    ["of nothing is empty", [], [0, 0, 0, 0], 0],
  ])("%s", (_, values, counts, withoutData) => {
    expect(distribution(Float64Array.from(values), 0, 100, 4)).toEqual({ from: 0, to: 100, counts: Uint32Array.from(counts), withoutData });
  });

  it("over one point has everything in the first stretch", () => {
    expect(distribution(Float64Array.of(5, 5), 5, 5, 3).counts).toEqual(Uint32Array.of(2, 0, 0));
  });
});

describe("the extent of values", () => {
  it.each([
    [
      [3, NONE, -2, 7],
      [-2, 7],
    ],
    [[4], [4, 4]],
    [[NONE], null],
    [[], null],
  ])("of %j is %j", (values, extent) => {
    expect(extentOf(Float64Array.from(values))).toEqual(extent);
  });
});
