import type { Curve } from "../define/program";
import { ln } from "../shared/natural-log";

/** Curves that look at one partner's value alone; the others need its peers (peer-curves.ts). */
export type OwnCurve = Extract<Curve, { kind: "linear" | "log" | "points" | "steps" | "perUnit" }>;

/** The function from a metric's value to points that a curve describes. Flat outside its ends; every edge is stated in the schema. */
export function curveFunction(curve: OwnCurve): (value: number) => number {
  switch (curve.kind) {
    case "linear":
      return linear(curve.zeroAt, curve.fullAt);
    case "log":
      return logarithmic(curve.zeroAt, curve.fullAt);
    case "points":
      return piecewiseLinear(curve.points);
    case "steps":
      return steps(curve.below, curve.steps);
    case "perUnit":
      return (value) => Math.min(curve.cap, Math.max(0, value * curve.points));
  }
}

/** 0 at `zeroAt`, 100 at `fullAt`, a straight line between; falling when `fullAt` < `zeroAt`, a step where they are equal. */
export function linear(zeroAt: number, fullAt: number): (value: number) => number {
  const span = fullAt - zeroAt;
  if (span === 0) return (value) => (value < zeroAt ? 0 : 100);
  return (value) => 100 * Math.min(1, Math.max(0, (value - zeroAt) / span));
}

function logarithmic(zeroAt: number, fullAt: number): (value: number) => number {
  const low = Math.min(zeroAt, fullAt);
  const high = Math.max(zeroAt, fullAt);
  const between = linear(ln(zeroAt), ln(fullAt));
  const belowLow = fullAt > zeroAt ? 0 : 100;
  // Compared before taking logarithms: values at or below zero have none.
  return (value) => (value <= low ? belowLow : value >= high ? 100 - belowLow : between(ln(value)));
}

function piecewiseLinear(points: readonly { readonly value: number; readonly points: number }[]): (value: number) => number {
  return (value) => {
    let previous = points[0];
    for (const point of points) {
      if (previous === undefined || value <= point.value) {
        if (previous === undefined || point === previous) return point.points;
        return previous.points + ((point.points - previous.points) * (value - previous.value)) / (point.value - previous.value);
      }
      previous = point;
    }
    return previous?.points ?? 0;
  };
}

function steps(below: number, steps: readonly { readonly from: number; readonly points: number }[]): (value: number) => number {
  return (value) => {
    let reached = below;
    for (const step of steps) {
      if (value < step.from) break;
      reached = step.points;
    }
    return reached;
  };
}
