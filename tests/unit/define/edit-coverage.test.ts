import { expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { addCoverage, editCoverage, removeCoverage } from "../../../lib/domain/define/edit-coverage";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const without = removeCoverage(fullProgram());

test("a program without the rule does not have it", () => {
  expect(without).not.toHaveProperty("coverage");
  expect(editCoverage(without, { contestedAbove: 9 })).toBe(without);
});

test("a new rule contradicts nothing, also where there is one tier only", () => {
  const edited = addCoverage(without);
  expect(edited.coverage?.qualifiedTier).toBe("silver");
  expect(Program.parse(edited)).toEqual(edited);
  expect(checkProgram(edited)).toEqual([]);
  expect(addCoverage({ ...without, tiers: without.tiers.slice(0, 1) }).coverage?.qualifiedTier).toBe("registered");
});

test("a part of the rule is changed and the others stay", () => {
  const { coverage } = fullProgram();
  expect(editCoverage(fullProgram(), { activeFrom: 0.01 }).coverage).toEqual({ ...coverage, activeFrom: 0.01 });
});
