import type { Curve } from "@/lib/domain/define/program";
import { curveFunction } from "@/lib/domain/score/curve";

/** `ends`: the first and last value at which the curve bends; `values` and `points`: what is in view. */
export type CurveShape = {
  readonly ends: readonly [number, number];
  readonly line: readonly (readonly [number, number])[];
  readonly values: readonly [number, number];
  readonly points: readonly [number, number];
};

const SAMPLES = 48;

/**
 * A curve as a line of (value, points), computed by the engine's own function; `reach` is a value that must be in view. Null for
 * curves relative to the peers, which have no line of their own.
 */
export function curveShape(curve: Curve, reach: number | null): CurveShape | null {
  if (curve.kind === "percentile" || curve.kind === "rank" || curve.kind === "zscore" || curve.kind === "minmax") return null;
  const [low, high] = endsOf(curve);
  const margin = (high - low) * 0.12;
  const from = Math.min(low - (curve.kind === "perUnit" || low - margin < 0 ? 0 : margin), reach ?? low);
  // A value far beyond the end is drawn at the edge: the curve is flat there.
  const until = Math.max(high + margin, Math.min(reach ?? high, high + (high - low)));
  const valueToPoints = curveFunction(curve);
  const edges = curve.kind === "steps" ? curve.steps.flatMap(({ from: edge }) => [edge - (until - from) * 1e-9, edge]) : [];
  const values = [...Array.from({ length: SAMPLES + 1 }, (_, i) => from + ((until - from) * i) / SAMPLES), ...edges].sort((a, b) => a - b);
  const line = values.map((value) => [value, valueToPoints(value)] as const);
  return { ends: [low, high], line, values: [from, until], points: [0, Math.max(100, ...line.map(([, points]) => points))] };
}

function endsOf(curve: Exclude<Curve, { kind: "percentile" | "rank" | "zscore" | "minmax" }>): [number, number] {
  switch (curve.kind) {
    case "linear":
    case "log":
      return [Math.min(curve.zeroAt, curve.fullAt), Math.max(curve.zeroAt, curve.fullAt)];
    case "points":
      return [curve.points[0]?.value ?? 0, curve.points.at(-1)?.value ?? 1];
    case "steps": {
      const first = curve.steps[0]?.from ?? 0;
      const last = curve.steps.at(-1)?.from ?? first;
      return last === first ? [Math.min(0, first), Math.max(first * 2, first + 1)] : [Math.min(0, first), last];
    }
    case "perUnit":
      return [0, curve.cap / curve.points];
  }
}
