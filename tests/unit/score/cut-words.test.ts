import { expect, test } from "vitest";
import { cutDistance, cutWords } from "@/components/score/cut-words";

const gold = (side: "above" | "below") => ({ tier: "Gold", cut: 60, side });

test("with the cut it is said on which side of which", () => {
  expect(cutWords(0.4, gold("below"))).toBe("0.4 below the Gold cut");
  expect(cutWords(1.2, gold("above"))).toBe("1.2 above the Gold cut");
  expect(cutWords(0, { ...gold("above"), side: "at" })).toBe("just meets the Gold cut");
});

test.each([
  [0, "0.0", "just meets a cut"],
  [0.0001, "< 0.1", "< 0.1 from a cut"],
  [0.05, "0.1", "0.1 from a cut"],
  [0.4, "0.4", "0.4 from a cut"],
  [12, "12.0", "12.0 from a cut"],
])("a distance of %s points is written %s in a column and said as: %s", (points, figure, words) => {
  expect(cutDistance(points)).toBe(figure);
  expect(cutWords(points, null)).toBe(words);
});
