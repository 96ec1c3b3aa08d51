import type { ProgramChange } from "@/lib/domain/define/diff-programs";
import type { Effort } from "@/lib/domain/define/effort";
import type { MetricDefinition } from "@/lib/domain/define/metric";
import type { Program } from "@/lib/domain/define/program";
import { type ChangeSide, type ChangeSides, metricNameIn, restated, shiftWords } from "./change-side";
import { effortWords } from "./effort-words";
import { sourceWords, UNITS } from "./metric-words";

/** What has changed of a metric; null where a key is used twice, and it cannot be said of which. */
export function metricChangeWords(change: ProgramChange, { before, after }: ChangeSides): string | null {
  const [was, is] = [metricIn(before.program, change.key), metricIn(after.program, change.key)];
  if (change.kind === "removed" && change.statement === null) return was ? `The metric ${was.name} is gone.` : null;
  if (is === undefined) return null;
  if (change.statement === null) return change.kind === "added" ? `New metric ${is.name}: ${measureWords(is, after)}` : movedWords(is, after);
  return was === undefined ? null : statementWords(change.statement, was, is, { before, after });
}

function movedWords({ key, name }: MetricDefinition, { program: { metrics } }: ChangeSide): string {
  const above = metrics[metrics.findIndex((metric) => metric.key === key) - 1];
  return `The metric ${name} is now listed ${above === undefined ? "first" : `after ${above.name}`}.`;
}

function statementWords(statement: string, was: MetricDefinition, is: MetricDefinition, { before, after }: ChangeSides): string | null {
  switch (statement) {
    case "name":
      return `The metric ${was.name} is now called ${is.name}.`;
    case "description":
      return restated(`Description of ${is.name}`, was.description ?? null, is.description ?? null);
    case "unit":
      return shiftWords(`${is.name} is counted in`, UNITS[was.unit], UNITS[is.unit]);
    case "betterWhen":
      return `Of ${is.name} ${is.betterWhen} is now better, not ${was.betterWhen}.`;
    case "source":
      return restated(is.name, measureWords(was, before), measureWords(is, after));
    default:
      return null;
  }
}

function metricIn({ metrics }: Program, key: string): MetricDefinition | undefined {
  return metrics.find((metric) => metric.key === key);
}

function measureWords({ source }: MetricDefinition, side: ChangeSide): string {
  return sourceWords(source, (key) => metricNameIn(side, key));
}

/** What has changed of the effort that it takes to better a metric. */
export function effortChangeWords({ key, statement, kind }: ProgramChange, { before, after }: ChangeSides): string | null {
  const [was, is] = [effortIn(before, key), effortIn(after, key)];
  const subject = `Effort for ${metricNameIn(is === null ? before : after, key)}`;
  if (statement === null && kind === "moved") return `${subject} is now listed elsewhere.`;
  return was === null && is === null ? null : restated(subject, was, is);
}

function effortIn({ program, names }: ChangeSide, key: string): string | null {
  const effort = program.effort?.find(({ metric }: Effort) => metric === key);
  return effort === undefined ? null : effortWords(effort, names.metrics[key]?.unit ?? "number", program.currency);
}
