import { describe, expect, test } from "vitest";
import { checkProgram } from "../../../lib/domain/define/check-program";
import { addEffort, editEffort, editEffortUnit, metricsWithoutEffort, removeEffort } from "../../../lib/domain/define/edit-effort";
import { Program } from "../../../lib/domain/define/program";
import { fullProgram } from "./full-program";

const BEFORE = fullProgram();

describe("an effort", () => {
  test("is for a metric that has none and does not move with one that has", () => {
    const offered = metricsWithoutEffort(BEFORE).map(({ key }) => key);
    expect(offered).toContain("open_pipeline");
    expect(offered).not.toContain("revenue");
    expect(offered).not.toContain("growth"); // it follows from revenue
  });

  test("can be added for each metric that is offered, until none is", () => {
    let program = BEFORE;
    for (let [metric] = metricsWithoutEffort(program); metric !== undefined; [metric] = metricsWithoutEffort(program))
      program = addEffort(program, metric);
    expect(Program.parse(program)).toEqual(program);
    expect(checkProgram(program)).toEqual([]);
  });

  test("is changed by its place; what is set to undefined is not there", () => {
    const edited = editEffort(BEFORE, 1, { limit: 100, withoutData: 0 });
    expect(edited.effort?.[1]).toEqual({ ...BEFORE.effort?.[1], limit: 100, withoutData: 0 });
    expect(edited.effort?.[0]).toBe(BEFORE.effort?.[0]);
    expect(editEffort(edited, 1, { limit: undefined, withoutData: undefined })).toEqual(BEFORE);
  });

  test("is removed by its place; without any the program gives no advice", () => {
    expect(removeEffort(BEFORE, 0).effort).toEqual(BEFORE.effort?.slice(1));
    expect(removeEffort(removeEffort(BEFORE, 0), 0)).not.toHaveProperty("effort");
  });
});

test("what effort is counted in is not there when it is empty", () => {
  expect(editEffortUnit(BEFORE, "hours").effortUnit).toBe("hours");
  expect(editEffortUnit(BEFORE, "")).not.toHaveProperty("effortUnit");
});
