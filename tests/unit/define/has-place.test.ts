import { expect, test } from "vitest";
import { programPlaces } from "@/components/define/program-places";
import { partPath } from "@/components/define/studio/part-path";
import { checkProgram } from "@/lib/domain/define/check-program";
import { hasPlace } from "@/lib/domain/define/has-place";
import { Program } from "@/lib/domain/define/program";
import { outlineOf } from "@/lib/domain/define/program-outline";
import { program } from "../../support/factories";
import { fullProgram } from "./full-program";

const FULL = fullProgram();

test("a program has every place that people are offered, that its parts stand at and that the studio opens", () => {
  for (const rules of [FULL, program()]) {
    const parts = ["score", "tier:gold", "movement", "rules", "money", "entitlements", "funds", "coverage", "effort"];
    const offered = [...programPlaces(rules).map(({ path }) => path), ...parts.map((part) => partPath(rules, part))];
    expect(offered.filter((path) => !hasPlace(rules, path))).toEqual([]);
    expect([...outlineOf(rules).values()].filter(({ path }) => path !== "" && !hasPlace(rules, path))).toEqual([]);
  }
});

test("what is said of a thing is a place, and what a contradiction misses", () => {
  const tier = FULL.tiers.at(-1)?.key ?? "";
  for (const path of [`tiers.${tier}.requires`, "movement.newPartners", "name", "scoreDecimals"]) expect(hasPlace(FULL, path), path).toBe(true);
  const benefits = FULL.entitlements?.benefits ?? [];
  const missing = Program.parse({ ...FULL, entitlements: { benefits, grants: {} } });
  const [issue] = checkProgram(missing).filter(({ code }) => code === "grant_missing");
  expect(hasPlace(missing, issue?.path ?? "none")).toBe(true);
});

test.each(["", "nowhere", "tiers.platinum", "score.nowhere", "metrics.sales.nowhere", "tiers.", ".tiers", "tiers.0", "toString", "constructor"])(
  "there is no place %j",
  (path) => {
    expect(hasPlace(program(), path)).toBe(false);
  },
);
