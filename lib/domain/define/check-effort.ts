import type { Program } from "./program";
import { error, type ProgramIssue } from "./program-issue";

/** Whether each effort is for a metric of the program, once. */
export function checkEffort({ effort = [], metrics }: Program): ProgramIssue[] {
  return effort.flatMap(({ metric }, i) => {
    const path = `effort.${metric}`;
    const twice =
      effort.findIndex((other) => other.metric === metric) === i ? [] : [error(path, { code: "duplicate_key", what: "effort", key: metric })];
    return metrics.some(({ key }) => key === metric) ? twice : [...twice, error(path, { code: "unknown_metric", metric })];
  });
}
