import { describe, expect, it, test } from "vitest";
import { defaultProgram } from "../../../lib/domain/define/default-program";
import { parseProgram } from "../../../lib/domain/define/parse-program";

const document = (): Record<string, unknown> => JSON.parse(JSON.stringify(defaultProgram("USD")));

/** `{ child: { child: … } }` without ever recursing to build it. */
function nested(levels: number): object {
  let value: object = {};
  for (let i = 0; i < levels; i++) value = { kind: "not", condition: value };
  return value;
}

describe("reading a program document", () => {
  it("gives back the program it says", () => {
    expect(parseProgram(document())).toEqual({ ok: true, program: defaultProgram("USD") });
  });

  test.each([
    ["a wrong weight", { score: { ...defaultProgram("USD").score, weight: -1 } }, "score.weight", "must be at least 0"],
    ["a misspelt field", { qualifcation: "ladder" }, "", 'has "qualifcation", which is unknown here: correct the name or leave it out'],
    ["a currency in small letters", { currency: "usd" }, "currency", "use a three-letter ISO 4217 code"],
    ["another format", { format: "tierline.program/2" }, "format", 'must be "tierline.program/1", not "tierline.program/2"'],
    [
      "a number beyond reason",
      { exchangeRates: [{ currency: "EUR", rate: Number.POSITIVE_INFINITY }] },
      "exchangeRates.0.rate",
      "must be a number, not Infinity",
    ],
    ["a weight that is no number", { score: { ...defaultProgram("USD").score, weight: Number.NaN } }, "score.weight", "must be a number, not NaN"],
  ])("names the place of %s", (_name, change, path, message) => {
    const parsed = parseProgram({ ...document(), ...change });
    expect(parsed).toEqual({ ok: false, issues: [{ path, message }] });
  });

  test.each([undefined, null, 7, "text", [], {}])("refuses %j", (value) => {
    expect(parseProgram(value).ok).toBe(false);
  });

  test.each([1_000, 100_000])("refuses a document nested %d levels deep instead of overflowing", (levels) => {
    const tiers = [{ key: "low", name: "Low", requires: nested(levels) }];
    expect(parseProgram({ ...document(), tiers })).toEqual({
      ok: false,
      issues: [{ path: "tiers", message: "the document is nested more than 64 levels deep; a program needs far fewer" }],
    });
  });

  it("refuses a document that contains itself", () => {
    const loop: Record<string, unknown> = document();
    loop.score = loop;
    expect(parseProgram(loop).ok).toBe(false);
  });

  it("refuses a huge document before looking at its shape", () => {
    expect(parseProgram({ ...document(), exchangeRates: new Array(60_000).fill(1) })).toEqual({
      ok: false,
      issues: [{ path: "exchangeRates", message: "the document holds more than 50000 values; a program needs far fewer" }],
    });
  });

  it("does not list thousands of mistakes", () => {
    const parsed = parseProgram({ ...document(), metrics: new Array(150).fill({}) });
    expect(parsed.ok ? 0 : parsed.issues.length).toBe(100);
  });
});
