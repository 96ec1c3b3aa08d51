import { describe, expect, it } from "vitest";
import { disparity, effectsByGroup, quarterOf } from "../../../lib/domain/optimize/fairness";

const NONE = Number.NaN;

describe("effects by group", () => {
  const groups = ["north", "north", "south", "south", null];
  const effects = effectsByGroup({
    groupOf: (row) => groups[row] ?? null,
    steps: Int8Array.of(1, 0, -1, -2, 1),
    before: { places: Uint8Array.of(0, 1, 1, 2, 0), score: Float64Array.of(10, 20, 30, NONE, 0) },
    after: { places: Uint8Array.of(1, 1, 0, 0, 1), score: Float64Array.of(20, 20, 25, 40, 99) },
  });

  it("are shares of the group's partners, and the mean change of those that have a score before and after", () => {
    expect(effects).toEqual([
      { group: "north", partners: 2, promoted: 0.5, demoted: 0, tieredBefore: 0.5, tieredAfter: 1, scoreChange: 5 },
      { group: "south", partners: 2, promoted: 0, demoted: 1, tieredBefore: 1, tieredAfter: 0, scoreChange: -5 },
    ]);
  });
});

describe("disparity", () => {
  const group = (partners: number, tieredAfter: number) => ({
    ...{ group: "g", partners, promoted: 0, demoted: 0, tieredBefore: 0, tieredAfter, scoreChange: null },
  });
  it.each([
    ["the lowest share over the highest", [group(10, 0.5), group(20, 0.4), group(5, 0.45)], 0.8],
    ["1 when all fare alike", [group(10, 0.3), group(10, 0.3)], 1],
    ["0 when one group has nobody in a tier", [group(10, 0.3), group(10, 0)], 0],
    ["blind to groups of fewer than five", [group(10, 0.5), group(4, 0), group(5, 0.5)], 1],
    ["nothing with one group", [group(10, 0.5), group(4, 0)], null],
    ["nothing without anybody in a tier", [group(10, 0), group(10, 0)], null],
  ])("is %s", (_, effects, expected) => {
    expect(disparity(effects)).toBe(expected);
  });
});

describe("quarters by revenue", () => {
  it("are of equal size, and hold equal numbers together", () => {
    const quarter = quarterOf(Float64Array.of(40, 10, 30, 20, NONE));
    expect([0, 1, 2, 3, 4].map(quarter)).toEqual(["largest quarter", "smallest quarter", "third quarter", "second quarter", null]);
    const even = quarterOf(Float64Array.of(7, 7, 7, 7));
    expect(new Set([0, 1, 2, 3].map(even)).size).toBe(1);
    expect(quarterOf(new Float64Array(0))(0)).toBeNull();
  });
});
