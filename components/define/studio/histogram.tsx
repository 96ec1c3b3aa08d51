import { formatCount } from "@/components/format/number";
import type { Scale, Values } from "@/lib/domain/optimize/behind";
import { along } from "./curve-scale";

type HistogramBarsProps = {
  readonly values: Values;
  /** On which the drawing is: the values were counted on one of their own. */
  readonly scale: Scale;
  readonly width: number;
  readonly height: number;
};

/** A bar that is so many times taller than all others would flatten them: it is cut off. */
const CUT_FROM = 3;
const CUT_GAP = 4;

/** Today's partners as bars, within a drawing. Where few are, a bar still shows; one that is cut off has a gap. */
export function HistogramBars({ values, scale, width, height }: HistogramBarsProps) {
  const counts = [...values.counts];
  const { most } = tallest(values);
  const counted: Scale = { from: values.from, until: values.to, kind: values.scale };
  return (
    <g className="fill-accent/25">
      {counts.map((count, place) => {
        if (count === 0) return null;
        const [start = 0, end = 0] = [edge(counted, place / counts.length), edge(counted, (place + 1) / counts.length)].map(
          (value) => Math.min(1, Math.max(0, along(scale, value))) * width,
        );
        if (end <= start) return null;
        const tall = Math.min(height, Math.max(1.5, (count / most) * height));
        const bar = { x: start, width: Math.max(0.5, end - start - 0.5) };
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a bar is its place
        if (count <= most) return <rect key={place} {...bar} y={height - tall} height={tall} />;
        return (
          <g key={place}>
            <rect {...bar} y={0} height={height / 8} />
            <rect {...bar} y={height / 8 + CUT_GAP} height={(height * 7) / 8 - CUT_GAP} />
          </g>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: a bar is its place
      })}
    </g>
  );
}

/** "320 in the bar that is cut off"; null where none is. */
export function cutOffWords(values: Values): string | null {
  const { cut } = tallest(values);
  return cut === null ? null : `${formatCount(cut)} in the bar that is cut off`;
}

/** How many partners the full height stands for, and how many the bar has that is cut off. */
function tallest({ counts }: Values): { readonly most: number; readonly cut: number | null } {
  const [first = 0, second = 0] = [...counts].sort((a, b) => b - a);
  return second > 0 && first > CUT_FROM * second ? { most: second * 1.2, cut: first } : { most: Math.max(1, first), cut: null };
}

function edge({ from, until, kind }: Scale, share: number): number {
  return kind === "linear" ? from + share * (until - from) : from * (until / from) ** share;
}
