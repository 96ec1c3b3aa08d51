import type { Curve } from "@/lib/domain/define/program";
import { curveShape } from "./curve-shape";
import { scale, svgPath } from "./scale";

type CurveGraphProps = {
  readonly curve: Curve;
  /** The value and points to mark; null draws the curve alone. */
  readonly at: { readonly value: number; readonly points: number } | null;
  /** What the picture shows, in words. */
  readonly label: string;
  /** Writes the values at which the curve begins and ends. */
  readonly tick: (value: number) => string;
};

const [WIDTH, HEIGHT, PAD] = [132, 44, 5];

/** A small graph of how a value becomes points. Curves relative to peers are drawn as a place between 0 and 100. */
export function CurveGraph({ curve, at, label, tick }: CurveGraphProps) {
  const shape = curveShape(curve, at?.value ?? null);
  if (shape === null) return <PeerPlace points={at?.points ?? null} label={label} />;
  const x = scale(shape.values, [PAD, WIDTH - PAD]);
  const y = scale(shape.points, [HEIGHT - PAD, PAD]);
  const path = svgPath(shape.line.map(([value, points]) => [x(value), y(points)]));
  const markX = at === null ? 0 : Math.min(WIDTH - PAD, Math.max(PAD, x(at.value)));
  const [start, end] = [x(shape.ends[0]) / WIDTH, x(shape.ends[1]) / WIDTH];
  return (
    <figure className="w-33">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block w-full overflow-visible">
        <line x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - PAD} y2={HEIGHT - PAD} className="stroke-line" />
        {at !== null && <line x1={markX} x2={markX} y1={HEIGHT - PAD} y2={y(at.points)} className="stroke-accent" strokeDasharray="2 2" />}
        <path d={path} fill="none" className="stroke-muted" strokeWidth={1.5} strokeLinejoin="round" />
        {at !== null && <circle cx={markX} cy={y(at.points)} r={3.5} className="fill-accent stroke-canvas" strokeWidth={1.5} />}
      </svg>
      <figcaption aria-hidden className="relative h-4 text-[0.6875rem] leading-4 text-muted tabular-nums">
        <span className="absolute" style={{ left: `${start < 0.3 ? 0 : start * 100}%` }}>
          {tick(shape.ends[0])}
        </span>
        <span className="absolute -translate-x-full" style={{ left: `${end > 0.7 ? 100 : end * 100}%` }}>
          {tick(shape.ends[1])}
        </span>
      </figcaption>
    </figure>
  );
}

function PeerPlace({ points, label }: { readonly points: number | null; readonly label: string }) {
  return (
    <figure className="w-33">
      <svg viewBox={`0 0 ${WIDTH} 16`} role="img" aria-label={label} className="block w-full overflow-visible">
        <line x1={PAD} x2={WIDTH - PAD} y1={8} y2={8} strokeWidth={4} strokeLinecap="round" className="stroke-track" />
        {points !== null && (
          <circle cx={scale([0, 100], [PAD, WIDTH - PAD])(points)} cy={8} r={4} className="fill-accent stroke-canvas" strokeWidth={1.5} />
        )}
      </svg>
      <figcaption aria-hidden className="flex justify-between text-[0.6875rem] leading-4 text-muted tabular-nums">
        <span>last peer</span>
        <span>first</span>
      </figcaption>
    </figure>
  );
}
