import { ln } from "../shared/natural-log";
import type { MetricDefinition } from "./metric";
import type { Curve } from "./program";
import { error, type ProgramIssue } from "./program-issue";

/** A curve must have a slope to stand on, edges in order, and rise where its metric is better when higher (fall where lower). */
export function checkCurve(curve: Curve, metric: MetricDefinition | undefined, path: string): ProgramIssue[] {
  const issues = checkShape(curve, path);
  if (issues.length > 0 || metric === undefined) return issues;
  const against = metric.betterWhen === "higher" ? fallsSomewhere(curve) : risesSomewhere(curve);
  return against ? [error(path, { code: "curve_against_metric", metric: metric.key, betterWhen: metric.betterWhen })] : [];
}

function checkShape(curve: Curve, path: string): ProgramIssue[] {
  switch (curve.kind) {
    case "linear":
    case "zscore":
      return curve.zeroAt === curve.fullAt ? [error(path, { code: "goalposts_equal", value: curve.zeroAt })] : [];
    case "log":
      return ln(curve.zeroAt) === ln(curve.fullAt) ? [error(path, { code: "goalposts_equal", value: curve.zeroAt })] : [];
    case "points":
      return checkIncreasing(
        curve.points.map(({ value }) => value),
        path,
      );
    case "steps":
      return checkIncreasing(
        curve.steps.map(({ from }) => from),
        path,
      );
    default:
      return [];
  }
}

function checkIncreasing(values: readonly number[], path: string): ProgramIssue[] {
  return values.filter((value, i) => i > 0 && value <= (values[i - 1] ?? value)).map((value) => error(path, { code: "not_increasing", value }));
}

/** The points along a curve from low values to high ones; empty for curves that follow their metric. */
function heights(curve: Curve): readonly number[] {
  switch (curve.kind) {
    case "linear":
    case "log":
    case "zscore":
      return curve.zeroAt < curve.fullAt ? [0, 100] : [100, 0];
    case "points":
      return curve.points.map(({ points }) => points);
    case "steps":
      return [curve.below, ...curve.steps.map(({ points }) => points)];
    case "perUnit":
      return [0, curve.cap];
    default:
      return [];
  }
}

function fallsSomewhere(curve: Curve): boolean {
  const points = heights(curve);
  return points.some((height, i) => i > 0 && height < (points[i - 1] ?? height));
}

function risesSomewhere(curve: Curve): boolean {
  const points = heights(curve);
  return points.some((height, i) => i > 0 && height > (points[i - 1] ?? height));
}
