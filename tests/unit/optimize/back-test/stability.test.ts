import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesIn, isYoYo, stabilityOf, type TierPath } from "@/lib/domain/optimize/back-test/stability";

describe("stability", () => {
  test("counts each partner from each quarter to the next, and not the first quarter", () => {
    const paths: TierPath[] = [
      [0, 0, 0], // stays twice
      [0, 1, 1], // changes, stays
      [2, 1, 2], // changes twice
    ];
    expect(stabilityOf(paths)).toEqual({ partnerQuarters: 6, changes: 3, share: 0.5 });
  });

  test("counts a partner from its second quarter on, and none across a gap", () => {
    expect(stabilityOf([[null, 1, 1]])).toEqual({ partnerQuarters: 1, changes: 0, share: 1 });
    expect(stabilityOf([[0, null, 2]])).toEqual({ partnerQuarters: 0, changes: 0, share: null });
  });

  test.each([[[]], [[[0], [1]]], [[[null, null]]]])("of %j cannot be said", (paths) => {
    expect(stabilityOf(paths)).toEqual({ partnerQuarters: 0, changes: 0, share: null });
  });
});

describe("a partner rose and fell", () => {
  test.each([
    ["up and down", [0, 1, 0], true],
    ["down and up", [1, 0, 1], true],
    ["up, rest, down in part", [0, 2, 2, 1], true],
    ["up and up", [0, 1, 2], false],
    ["down and down", [2, 1, 0], false],
    ["never", [1, 1, 1], false],
    ["up, away, back lower", [0, 1, null, 0], false],
    ["in one quarter", [1], false],
  ] as const)("%s", (_, path, yoYo) => {
    expect(isYoYo(path)).toBe(yoYo);
  });
});

test("who rose and fell changed at least twice, and changes add up over partners", () => {
  const path = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 10 }), (paths) => {
      for (const one of paths) if (isYoYo(one)) expect(changesIn(one)).toBeGreaterThan(1);
      const { changes, partnerQuarters } = stabilityOf(paths);
      expect(changes).toBe(paths.reduce((sum, one) => sum + changesIn(one), 0));
      expect(changes).toBeLessThanOrEqual(partnerQuarters);
    }),
  );
});
