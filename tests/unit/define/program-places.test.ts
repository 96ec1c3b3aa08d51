import { expect, test } from "vitest";
import { placeName, programPlaces } from "@/components/define/program-places";
import { AddComment } from "@/lib/contracts/program";
import { checkProgram } from "@/lib/domain/define/check-program";
import { defaultProgram } from "@/lib/domain/define/default-program";

const PROGRAM = defaultProgram("USD", { mixCategories: ["accessories"] });
const places = programPlaces(PROGRAM);

test("every part of a program can be spoken of, once, by a path that a comment takes", () => {
  const paths = places.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(expect.arrayContaining(["score", "movement", "tiers.gold", `metrics.${PROGRAM.metrics[0]?.key}`]));
  for (const path of paths) expect(AddComment.safeParse({ version: 1, path, text: "x" }).success, path).toBe(true);
});

test("paths are those of contradictions", () => {
  const tiers = PROGRAM.tiers.map((tier) => (tier.key === "gold" ? { ...tier, requires: { kind: "score" as const, atLeast: 101 } } : tier));
  const [issue] = checkProgram({ ...PROGRAM, tiers });
  expect(placeName(places, issue?.path ?? "")).toBe("Tier: Gold");
});

test("a place that is gone is named by its path", () => {
  expect(placeName(places, "tiers.platinum")).toBe("tiers.platinum");
});
