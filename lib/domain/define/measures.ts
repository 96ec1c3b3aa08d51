import { canonicalJson } from "../shared/canonical-json";
import type { MetricDefinition } from "./metric";
import type { Program } from "./program";

/** What of a program's metrics another program measures too, and what not. */
export type MeasuredAnew = {
  /** Of the program, those that the other does not measure, with the metrics that their ratios divide. */
  readonly metrics: readonly MetricDefinition[];
  /** Whether the readings, or what is measured in them, are others. */
  readonly readings: boolean;
};

/**
 * What has to be measured for `program` where `measured` was: metrics of the same key that count the same facts in the same way have the same
 * values. Money and years are counted by the program's own rates and calendar, so that with others everything is measured anew.
 */
export function measuredAnew(program: Program, measured: Program): MeasuredAnew {
  const { metrics } = program;
  const changed = countsOtherwise(program, measured) ? metrics : metrics.filter((metric) => !isSame(metric, program, measured));
  const parts = changed.flatMap(({ source }) => (source.kind === "ratio" ? [source.numerator, source.denominator] : []));
  const needed = metrics.filter((metric) => changed.includes(metric) || parts.includes(metric.key));
  const reads = program.readings !== undefined;
  return { metrics: needed, readings: reads && (changed.length > 0 || canonicalJson(program.readings) !== canonicalJson(measured.readings ?? null)) };
}

/** All that the values of a program's metrics depend on. */
export function measuringPart(program: Program): unknown {
  return { metrics: program.metrics, readings: program.readings ?? null, ...countingPart(program) };
}

function countingPart({ currency, fiscalCalendar, programYearStartMonth, exchangeRates }: Program): object {
  return { currency, fiscalCalendar, programYearStartMonth: programYearStartMonth ?? null, exchangeRates };
}

function countsOtherwise(program: Program, measured: Program): boolean {
  return canonicalJson(countingPart(program)) !== canonicalJson(countingPart(measured));
}

function isSame(metric: MetricDefinition, program: Program, measured: Program): boolean {
  const other = measured.metrics.find(({ key }) => key === metric.key);
  if (other === undefined || canonicalJson(other.source) !== canonicalJson(metric.source)) return false;
  if (metric.source.kind !== "ratio") return true;
  return [metric.source.numerator, metric.source.denominator].every((key) => {
    const part = program.metrics.find((one) => one.key === key);
    return part !== undefined && part.source.kind !== "ratio" && isSame(part, program, measured);
  });
}
