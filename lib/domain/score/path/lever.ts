import type { Effort } from "../../define/effort";
import { moversOf } from "../../define/made-of";
import type { MetricDefinition } from "../../define/metric";
import type { Program } from "../../define/program";
import { MAX_QUANTITY } from "../../shared/max-quantity";
import { roundHalfAway } from "../../shared/round";

/** One way to set a lever. Setting 0 leaves the metric as it is. */
export type LeverSetting = {
  readonly steps: number;
  /** NaN is no data. */
  readonly value: number;
  readonly effort: number;
  /** Days until it counts. */
  readonly leadDays: number;
};

/** A metric that the partner can better by itself, and how far; settings by their steps. */
export type Lever = { readonly metric: MetricDefinition; readonly settings: readonly LeverSetting[] };

/** Takes the noise of binary fractions out of a sum such as 0.1 + 0.2; enough for any unit. */
const VALUE_DECIMALS = 9;

/** What somebody with these values (NaN is no data) can move. Metrics that nothing can be done about, or no more, are none of them. */
export function leversOf(program: Program, measured: (metric: string) => number): Lever[] {
  return program.metrics.flatMap((metric) => {
    const effort = program.effort?.find((one) => one.metric === metric.key);
    if (effort === undefined || !moversOf(metric, program).includes(metric.key)) return [];
    const settings = leverSettings(effort, metric, measured(metric.key));
    return settings.length < 2 ? [] : [{ metric, settings }];
  });
}

function leverSettings({ step, effort, leadDays, mostSteps, limit, withoutData }: Effort, metric: MetricDefinition, now: number): LeverSetting[] {
  const settings: LeverSetting[] = [{ steps: 0, value: now, effort: 0, leadDays: 0 }];
  const start = Number.isNaN(now) ? withoutData : now;
  if (start === undefined) return settings;
  const direction = metric.betterWhen === "higher" ? 1 : -1;
  for (let steps = 1; steps <= mostSteps; steps++) {
    const value = roundHalfAway(start + direction * steps * step, VALUE_DECIMALS);
    if (Math.abs(value) > MAX_QUANTITY || (limit !== undefined && direction * value > direction * limit)) break;
    settings.push({ steps, value, effort: steps * effort, leadDays: leadDays.first + (steps - 1) * leadDays.each });
  }
  return settings;
}
