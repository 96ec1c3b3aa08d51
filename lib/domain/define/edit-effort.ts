import type { Effort } from "./effort";
import { moversOf } from "./made-of";
import type { MetricDefinition } from "./metric";
import type { Program } from "./program";
import { withoutUndefined } from "./without-undefined";

/** The metrics that could have an effort: they have none, and do not move with others that have one. */
export function metricsWithoutEffort(program: Program): readonly MetricDefinition[] {
  return program.metrics.filter((metric) => moversOf(metric, program).length === 0);
}

/** The program with an effort for a metric, to begin with. */
export function addEffort(program: Program, metric: MetricDefinition): Program {
  const step = metric.unit === "money" ? 10_000 : 1;
  const effort = { metric: metric.key, step, effort: 1, leadDays: { first: 30, each: 0 }, mostSteps: 10 };
  return { ...program, effort: [...(program.effort ?? []), effort] };
}

/** The program with the effort at a place changed; a member set to undefined is taken out. */
export function editEffort(program: Program, place: number, change: Partial<Effort>): Program {
  return { ...program, effort: program.effort?.map((effort, i) => (i === place ? withoutUndefined({ ...effort, ...change }) : effort)) };
}

/** The program without the effort at a place. */
export function removeEffort(program: Program, place: number): Program {
  const { effort = [], ...rest } = program;
  const left = effort.filter((_, i) => i !== place);
  return left.length > 0 ? { ...rest, effort: left } : rest;
}

/** The program with what effort is counted in; "" makes it a plain weight. */
export function editEffortUnit({ effortUnit: _, ...rest }: Program, unit: string): Program {
  return unit === "" ? rest : { ...rest, effortUnit: unit };
}
