import { expect, test } from "vitest";
import { addCondition, editCondition } from "../../../lib/domain/define/edit-condition";
import type { Condition } from "../../../lib/domain/define/program";

const score = (atLeast: number): Condition => ({ kind: "score", atLeast });
const all = (...of: Condition[]): Condition => ({ kind: "all", of });
const any = (...of: Condition[]): Condition => ({ kind: "any", of });
const not = (condition: Condition): Condition => ({ kind: "not", condition });
const atLeast = (count: number, ...of: Condition[]): Condition => ({ kind: "atLeast", count, of });
const gone = () => null;

test.each<[string, Condition, number[], (condition: Condition) => Condition | null, Condition | null]>([
  ["the whole", score(1), [], () => score(2), score(2)],
  ["the whole, taken out", score(1), [], gone, null],
  ["a part", all(score(1), score(2)), [1], () => score(9), all(score(1), score(9))],
  ["a part of a part", all(score(1), any(score(2), score(3))), [1, 0], () => score(9), all(score(1), any(score(9), score(3)))],
  ["within a not", not(all(score(1), score(2))), [0, 1], () => score(9), not(all(score(1), score(9)))],
  ["a part, taken out", all(score(1), score(2)), [0], gone, all(score(2))],
  ["the last part of a group takes the group out", all(score(1), any(score(2))), [1, 0], gone, all(score(1))],
  ["the last part of all takes all out", not(any(score(1))), [0, 0], gone, null],
  ["a count asks for no more than is left", atLeast(2, score(1), score(2)), [0], gone, atLeast(1, score(2))],
  ["nothing is where nobody looked", all(score(1)), [7], () => score(9), all(score(1))],
])("changes %s", (_, condition, place, change, expected) => {
  expect(editCondition(condition, place, change)).toEqual(expected);
});

test("another condition joins a group, or makes one", () => {
  expect(addCondition(any(score(1)), [], score(2))).toEqual(any(score(1), score(2)));
  expect(addCondition(score(1), [], score(2))).toEqual(all(score(1), score(2)));
  expect(addCondition(all(score(1), not(score(3))), [1], score(2))).toEqual(all(score(1), all(not(score(3)), score(2))));
});
