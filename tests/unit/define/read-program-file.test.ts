import { describe, expect, it, test } from "vitest";
import { readProgramText } from "@/components/define/read-program-file";
import { fullProgram } from "./full-program";

describe("the text of a program", () => {
  it("is read as the document that it is", () => {
    expect(readProgramText(JSON.stringify(fullProgram()))).toEqual(fullProgram());
    expect(readProgramText("7")).toBe(7); // whether it is a program is for the API to say
  });

  test.each([
    ["nothing", " \n", /There is nothing in it/],
    ["no JSON", "name: Program", /This is not JSON: .*Mend it there/],
    ["a number that JSON does not have", '{ "weight": NaN }', /This is not JSON: .*NaN/],
    ["a program that says something twice", '{ "tiers": [{ "key": "gold", "key": "silver" }] }', /^tiers\.0\.key: stands more than once/],
    ["half a document", JSON.stringify(fullProgram()).slice(0, 500), /This is not JSON/],
    ["more than a program can have", `"${"x".repeat(950_000)}"`, /This is 950 kB; a program has 900 kB at most/],
    ["more than a program can have, in letters of several bytes", `"${"é".repeat(460_000)}"`, /at most/],
    ["levels without end", "[".repeat(300_000) + "]".repeat(300_000), /nested so deep|not JSON/],
  ])("is refused when it is %s", (_what, text, words) => {
    expect(() => readProgramText(text)).toThrow(words);
  });
});
