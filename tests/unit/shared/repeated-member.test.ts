import { expect, test } from "vitest";
import { repeatedMember } from "@/lib/domain/shared/repeated-member";
import { fullProgram } from "../define/full-program";

test.each([
  ['{"a": 1, "a": 2}', "a"],
  ['{"a": {"b": [{}, {"c": 1, "d": [7, 8, {"c": 1}], "c": 2}]}}', "a.b.1.c"],
  ['[[1, 2], {"x": "y", "x": null}]', "1.x"],
  ['{"a" \n\t : 1, "\\u0061": 2}', "a"],
  ['{"a\\"": 1, "b": "\\\\", "a\\"": 2}', 'a"'],
  ['{"": 1, "": 2}', ""],
  ['{"a": {"b": 1, "b": 2}, "a": 3}', "a.b"],
])("of %s the place that is said twice is found", (text, path) => {
  JSON.parse(text);
  expect(repeatedMember(text)).toBe(path);
});

test.each([
  "7",
  '"a"',
  "{}",
  '["a", "a", "a"]',
  '{"a": "a", "b": {"a": ["a"]}, "c": [{"a": 1}, {"a": 1}]}',
  '{"a": "{\\"a\\": 1, \\"a\\": 2}"}',
  '{"a": "b\\\\", "b": "\\",\\"a\\":"}',
])("in %s nothing is said twice", (text) => {
  JSON.parse(text);
  expect(repeatedMember(text)).toBeNull();
});

test("a whole program says nothing twice, however it is written", () => {
  for (const text of [JSON.stringify(fullProgram()), JSON.stringify(fullProgram(), null, 2)]) expect(repeatedMember(text)).toBeNull();
});

test("however deep the text is", () => {
  const levels = 100_000;
  expect(repeatedMember(`${'{"a":'.repeat(levels)}{"b":1,"b":2}${"}".repeat(levels)}`)).toBe(`${"a.".repeat(levels)}b`);
});
