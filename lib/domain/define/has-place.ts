import { checkProgram } from "./check-program";
import { Program } from "./program";
import { type Item, outlineOf } from "./program-outline";

/**
 * Whether a program has the place that a path names by keys, as contradictions do ("score.performance.revenue", "tiers.gold.requires",
 * "funds"). A part of the program is a place also while it is empty, and so is what a contradiction misses.
 */
export function hasPlace(program: Program, path: string): boolean {
  return Object.hasOwn(Program.shape, path) || [...outlineOf(program).values()].some((item) => says(item, path)) || misses(program, path);
}

function says({ path: own, statements }: Item, path: string): boolean {
  return own !== "" && (path === own || Object.keys(statements).some((statement) => path === `${own}.${statement}`));
}

function misses(program: Program, path: string): boolean {
  return checkProgram(program).some((issue) => issue.path === path);
}
