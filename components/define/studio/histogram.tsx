import type { Scale, Values } from "@/lib/domain/optimize/behind";
import { along } from "./curve-scale";

type HistogramBarsProps = {
  readonly values: Values;
  /** On which the drawing is: the values were counted on one of their own. */
  readonly scale: Scale;
  readonly width: number;
  readonly height: number;
};

/** Today's partners as bars, within a drawing. Where few are, a bar still shows. */
export function HistogramBars({ values, scale, width, height }: HistogramBarsProps) {
  const counts = [...values.counts];
  const most = Math.max(1, ...counts);
  const counted: Scale = { from: values.from, until: values.to, kind: values.scale };
  return (
    <g className="fill-accent/25">
      {counts.map((count, place) => {
        if (count === 0) return null;
        const [left, right] = [edge(counted, place / counts.length), edge(counted, (place + 1) / counts.length)].map(
          (value) => along(scale, value) * width,
        );
        const tall = Math.max(1.5, (count / most) * height);
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        return <rect key={place} x={left ?? 0} y={height - tall} width={Math.max(0.5, (right ?? 0) - (left ?? 0) - 0.5)} height={tall} />;
      })}
    </g>
  );
}

function edge({ from, until, kind }: Scale, share: number): number {
  return kind === "linear" ? from + share * (until - from) : from * (until / from) ** share;
}
