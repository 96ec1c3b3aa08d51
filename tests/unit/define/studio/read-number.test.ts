import { expect, test } from "vitest";
import { readNumber } from "../../../../components/define/studio/number-input";

test.each([
  ["2.5", 2.5],
  [" 12 ", 12],
  [".5", 0.5],
  ["7.", 7],
  ["−3", -3],
  ["+4", 4],
  ["1,250", 1250],
  ["1,250.5", 1250.5],
  ["-1,250,000", -1_250_000],
  ["1 250 000", 1_250_000],
  ["1\u202f250", 1250],
])("%j is read as %d", (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each(["2,5", "50,5", "1,25", "1,2500", "1,250,5", "1 250,000", "12,34,567", "1 2", "1..2", "1e3", "", "-", ".", "NaN", "0x10", "1,250.5,0"])(
  "%j is no number",
  (text) => {
    expect(readNumber(text)).toBeNull();
  },
);
