import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";

class View {
  readonly #b = 1;
  toJSON() {
    return { b: this.#b, a: 2 };
  }
}

describe("canonical JSON", () => {
  test.each([
    [{ b: 1, a: [true, null, "x"] }, '{"a":[true,null,"x"],"b":1}'],
    [{ B: 1, a: 2, é: 3, "10": 4, "9": 5 }, '{"10":4,"9":5,"B":1,"a":2,"é":3}'],
    [{ gone: undefined, kept: 0 }, '{"kept":0}'],
    [-0, "0"],
    [1e21, "1e+21"],
    [0.1 + 0.2, "0.30000000000000004"],
    ['"\n\u2028\ud800', '"\\"\\n\u2028\\ud800"'],
    [Object.create(null), "{}"],
    [{ view: new View() }, '{"view":{"a":2,"b":1}}'],
    [{ toJSON: "a string" }, '{"toJSON":"a string"}'],
    [Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } }), '{"own":2}'],
    [JSON.parse('{"b":1,"__proto__":{"y":2,"x":1},"a":0}'), '{"__proto__":{"x":1,"y":2},"a":0,"b":1}'],
    [{ deep: [{ b: { "-1": 0, "2": 1, "10": [{ z: 1, y: 2 }] } }] }, '{"deep":[{"b":{"-1":0,"10":[{"y":2,"z":1}],"2":1}}]}'],
    [
      [
        { b: 1, a: undefined },
        { b: 2, a: 1 },
        { a: 3, b: undefined },
      ],
      '[{"b":1},{"a":1,"b":2},{"a":3}]',
    ],
    [null, "null"],
  ])("of %j is %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([
    [{ a: { b: Number.NaN } }, "NaN at $.a.b has no JSON form"],
    [[1, Number.POSITIVE_INFINITY], "Infinity at $[1] has no JSON form"],
    [[undefined], "undefined at $[0] has no JSON form"],
    [new Array(1), "undefined at $[0] has no JSON form"],
    [undefined, "undefined at $ has no JSON form"],
    [{ n: 1n }, "bigint at $.n has no JSON form"],
    [{ f: () => 1 }, "function at $.f has no JSON form"],
    [{ toJSON: () => 1 }, "function at $.toJSON has no JSON form"],
    [{ a: [0, { b: 1 }, [{ c: undefined }, undefined]] }, "undefined at $.a[2][1] has no JSON form"],
    [{ d: new Date(0) }, "the object at $.d is not plain data"],
    [new Map(), "the object at $ is not plain data"],
  ])("refuses %s: %s", (value, message) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(message));
  });

  it("says what JSON says, whatever the order in which an object was made", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});
