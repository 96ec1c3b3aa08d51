import { moversOf } from "./made-of";
import type { Program } from "./program";
import { error, type ProgramIssue, warning } from "./program-issue";

/** Whether each effort is for a metric of the program, once, and for one that does not follow from others with an effort. */
export function checkEffort(program: Program): ProgramIssue[] {
  const { effort = [], metrics } = program;
  return effort.flatMap(({ metric: key }, i) => {
    const path = `effort.${key}`;
    if (effort.findIndex(({ metric }) => metric === key) !== i) return [error(path, { code: "duplicate_key", what: "effort", key })];
    const metric = metrics.find((one) => one.key === key);
    if (metric === undefined) return [error(path, { code: "unknown_metric", metric: key })];
    const [mover = key] = moversOf(metric, program);
    return mover === key ? [] : [warning(path, { code: "effort_follows", metric: key, from: mover })];
  });
}
