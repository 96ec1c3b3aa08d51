import { expect, test } from "vitest";
import { z } from "zod";
import { parseInput } from "@/lib/contracts/parse-input";

const Input = z.strictObject({ document: z.unknown().nonoptional(), reason: z.string().min(3, "say why"), count: z.int().max(5).default(1) });

function refusal(input: unknown): unknown {
  try {
    return parseInput(Input, input, "The input");
  } catch (problem) {
    return problem;
  }
}

test("what is right is given back, with what it may leave out", () => {
  expect(parseInput(Input, { document: {}, reason: "because" }, "The input")).toEqual({ document: {}, reason: "because", count: 1 });
});

test.each([
  [{}, "document: is missing: it must be given", ["document", "reason"]],
  [{ document: {} }, "reason: is missing: it must be a text in quotation marks", ["reason"]],
  [{ document: {}, reason: "" }, "reason: say why", ["reason"]],
  [{ document: {}, reason: "because", count: 6 }, "count: must be at most 5", ["count"]],
  [{ document: {}, reason: "because", cuont: 6 }, 'The input: has "cuont", which is unknown here: correct the name or leave it out', [""]],
  [7, "The input: must be an object in { }, not 7", [""]],
])("%j is refused in words that name the place", (input, message, paths) => {
  expect(refusal(input)).toMatchObject({ code: "invalid_input", message, details: { issues: paths.map((path) => ({ path })) } });
});
