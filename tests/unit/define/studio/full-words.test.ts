import { expect, test } from "vitest";
import { fullWords } from "@/components/define/studio/full-words";
import { Curve } from "@/lib/domain/define/program";
import { LIMITS } from "@/lib/domain/define/program-limits";

test("a list says that it is full when nothing can be added to it, and not before", () => {
  expect(fullWords({ count: 99, most: 100, what: "points" })).toBeNull();
  expect(fullWords({ count: 100, most: 100, what: "points" })).toBe("There are 100 points, and 100 at most: remove one to add another.");
});

test("a curve with as many points or steps as can be added is one that a program may have, and with one more it is not", () => {
  const points = (length: number) => ({ kind: "points", points: Array.from({ length }, (_, value) => ({ value, points: 1 })) });
  const steps = (length: number) => ({ kind: "steps", below: 0, steps: Array.from({ length }, (_, from) => ({ from, points: 1 })) });
  for (const more of [0, 1]) {
    expect(Curve.safeParse(points(LIMITS.curvePoints + more)).success).toBe(more === 0);
    expect(Curve.safeParse(steps(LIMITS.curveSteps + more)).success).toBe(more === 0);
  }
});
