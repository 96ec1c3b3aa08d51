import { expect, test } from "vitest";
import { cutDistance, cutWords } from "@/components/score/cut-words";

test.each([
  [0, "0.0", "just meets a cut"],
  [0.0001, "< 0.1", "< 0.1 from a cut"],
  [0.05, "0.1", "0.1 from a cut"],
  [0.4, "0.4", "0.4 from a cut"],
  [12, "12.0", "12.0 from a cut"],
])("a distance of %s points is written %s in a column and said as: %s", (points, figure, words) => {
  expect(cutDistance(points)).toBe(figure);
  expect(cutWords(points)).toBe(words);
});
