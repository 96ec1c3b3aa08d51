import { expect, test } from "vitest";
import { openPart } from "../../../../components/define/studio/open-part";
import { fullProgram } from "../full-program";

const PROGRAM = fullProgram();
const SCORE = `score:${PROGRAM.score.key}`;

test.each(["score:revenue_points", "tier:gold", `metric:${PROGRAM.metrics[0]?.key}`, "movement", "json", "program", "money"])(
  "%s is shown",
  (part) => {
    expect(openPart(PROGRAM, part)).toBe(part);
  },
);

test.each(["", "nothing", "score", "score:gone", "score:__proto__", "tier:gone", "tier:", "metric:gone", "movement:gold", "😀"])(
  "for “%s”, which the program does not have, the score is",
  (part) => {
    expect(openPart(PROGRAM, part)).toBe(SCORE);
  },
);
