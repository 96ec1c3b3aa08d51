import type { Curve } from "@/lib/domain/define/program";
import type { Scale } from "@/lib/domain/optimize/behind";
import { roundStep, roundToStep } from "@/lib/domain/shared/round-number";
import { handlesOf } from "./curve-handles";

const MARGIN = 0.12;

/**
 * The scale on which a curve is edited: it holds the curve's handles, and of the partners' values what lies within the curve's own length
 * of them. A logarithmic curve has a logarithmic scale, on which it is a straight line. `extent`: of the partners' values; null without.
 */
export function curveScale(curve: Curve, extent: readonly [number, number] | null): Scale {
  const values = handlesOf(curve).map(({ value }) => value);
  if (values.length === 0) return { from: extent?.[0] ?? 0, until: extent?.[1] ?? 1, kind: "linear" };
  const [low, high] = curve.kind === "perUnit" ? [0, Math.max(...values)] : [Math.min(...values), Math.max(...values)];
  if (curve.kind === "log") return logScale(low, high, extent);
  const span = high === low ? Math.max(1, Math.abs(high)) : high - low;
  const from = Math.min(low - span * MARGIN, Math.max(extent?.[0] ?? low, low - span));
  const until = Math.max(high + span * MARGIN, Math.min(extent?.[1] ?? high, high + span));
  return { from: low >= 0 && from < 0 ? Math.min(0, Math.max(from, extent?.[0] ?? 0)) : from, until, kind: "linear" };
}

function logScale(low: number, high: number, extent: readonly [number, number] | null): Scale {
  const span = high === low ? 10 : high / low;
  const reach = span ** MARGIN;
  const least = Math.max(extent?.[0] ?? low, low / span);
  return {
    from: Math.min(low / reach, least > 0 ? least : low),
    until: Math.max(high * reach, Math.min(extent?.[1] ?? high, high * span)),
    kind: "log",
  };
}

/** How far along a scale a value lies, 0 to 1; values outside land outside. */
export function along({ from, until, kind }: Scale, value: number): number {
  if (kind === "linear") return until === from ? 0.5 : (value - from) / (until - from);
  return value <= 0 ? -1 : Math.log(value / from) / Math.log(until / from);
}

/** The value at a share of a scale, as round as the scale is fine. */
export function valueAt({ from, until, kind }: Scale, share: number): number {
  if (kind === "log") return roundToStep(from * (until / from) ** share, roundStep((from * (until / from) ** share) / 50));
  return roundToStep(from + share * (until - from), roundStep((until - from) / 200));
}

/** One press of an arrow key along a scale. */
export function stepped(scale: Scale, value: number, steps: number): number {
  if (scale.kind === "linear")
    return roundToStep(value + steps * roundStep((scale.until - scale.from) / 100), roundStep((scale.until - scale.from) / 100));
  const step = roundStep(value / 50);
  return roundToStep(value + steps * step, step);
}
