import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { firstDifference } from "../../../lib/domain/shared/first-difference";

describe("the first difference of two values", () => {
  test.each([
    [{ a: 1 }, { a: 2 }, { path: "a", one: 1, other: 2 }],
    [
      { b: 1, a: [1, { c: 2 }] },
      { a: [1, { c: 3 }], b: 2 },
      { path: "a.1.c", one: 2, other: 3 },
    ],
    [{ a: 1 }, {}, { path: "a", one: 1, other: undefined }],
    [{}, { a: null }, { path: "a", one: undefined, other: null }],
    [[1], [1, 2], { path: "1", one: undefined, other: 2 }],
    [{ a: [] }, { a: {} }, { path: "a", one: [], other: {} }],
    [{ a: {} }, { a: "x" }, { path: "a", one: {}, other: "x" }],
    [1, "1", { path: "", one: 1, other: "1" }],
    [null, undefined, { path: "", one: null, other: undefined }],
    [{ constructor: 1 }, {}, { path: "constructor", one: 1, other: undefined }],
  ])("of %j and %j", (one, other, difference) => {
    expect(firstDifference(one, other)).toEqual(difference);
  });

  test.each([
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    [0, -0],
    [[], []],
    [undefined, undefined],
  ])("there is none of %j and %j", (one, other) => {
    expect(firstDifference(one, other)).toBeNull();
  });

  test("is there exactly when they are written differently", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(firstDifference(one, other) === null).toBe(canonicalJson(one) === canonicalJson(other));
        expect(firstDifference(one, structuredClone(one))).toBeNull();
      }),
    );
  });
});
