import type { Curve } from "@/lib/domain/define/program";
import { MAX_QUANTITY } from "@/lib/domain/shared/max-quantity";
import { roundToDigits } from "@/lib/domain/shared/round-number";

/** A place of a curve that can be taken hold of. */
export type Handle = {
  /** What it is, for whoever does not see it: "0 points", "Step 2". */
  readonly name: string;
  readonly value: number;
  readonly points: number;
  /** Whether its points can be moved too; its value always can. */
  readonly movesPoints: boolean;
};

type Place = { readonly value: number; readonly points: number };

/** The handles of a curve, in their order along it; none for curves relative to the peers, which are drawn by them. */
export function handlesOf(curve: Curve): readonly Handle[] {
  switch (curve.kind) {
    case "linear":
    case "log":
    case "zscore":
      return [
        { name: "0 points", value: curve.zeroAt, points: 0, movesPoints: false },
        { name: "100 points", value: curve.fullAt, points: 100, movesPoints: false },
      ];
    case "points":
      return curve.points.map((point, i) => ({ name: `Point ${i + 1}`, ...point, movesPoints: true }));
    case "steps":
      return curve.steps.map(({ from, points }, i) => ({ name: `Step ${i + 1}`, value: from, points, movesPoints: true }));
    case "perUnit":
      return [{ name: "Most points", value: curve.cap / curve.points, points: curve.cap, movesPoints: true }];
    case "percentile":
    case "rank":
    case "minmax":
      return [];
  }
}

/** The curve with a handle moved, as far as its neighbours let it: values of points and steps keep their order. */
export function moveHandle(curve: Curve, index: number, { value, points }: Place): Curve {
  switch (curve.kind) {
    case "linear":
    case "zscore":
      return index === 0 ? { ...curve, zeroAt: value } : { ...curve, fullAt: value };
    case "log":
      return value <= 0 ? curve : index === 0 ? { ...curve, zeroAt: value } : { ...curve, fullAt: value };
    case "points":
      return isBetween(value, curve.points[index - 1]?.value, curve.points[index + 1]?.value)
        ? { ...curve, points: curve.points.map((point, i) => (i === index ? { value, points: inPoints(points) } : point)) }
        : curve;
    case "steps":
      return isBetween(value, curve.steps[index - 1]?.from, curve.steps[index + 1]?.from)
        ? { ...curve, steps: curve.steps.map((step, i) => (i === index ? { from: value, points: inPoints(points) } : step)) }
        : curve;
    case "perUnit": {
      const cap = inPoints(points);
      const each = roundToDigits(cap / value, 6);
      return each > 0 && each <= MAX_QUANTITY ? { ...curve, cap, points: each } : curve;
    }
    default:
      return curve;
  }
}

function isBetween(value: number, low: number | undefined, high: number | undefined): boolean {
  return (low === undefined || value > low) && (high === undefined || value < high);
}

function inPoints(points: number): number {
  return Math.min(100, Math.max(0, points));
}
