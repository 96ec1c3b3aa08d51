import { scale, svgPath } from "./scale";

type HistoryPoint = { readonly key: string; readonly value: number | null; readonly label: string; readonly title: string };
type HistoryLineProps = { readonly label: string /** Oldest first. */; readonly points: readonly HistoryPoint[] };

const [WIDTH, HEIGHT, PAD_X, TOP, BOTTOM] = [640, 120, 44, 22, 22];

/** Scores over time; a gap in the line is a time without a score. Not drawn on a phone, where its words would be too small to read. */
export function HistoryLine({ label, points }: HistoryLineProps) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const x = scale([0, points.length - 1], [PAD_X, WIDTH - PAD_X]);
  const low = Math.max(0, Math.min(...values) - 5);
  const y = scale([low, Math.min(100, Math.max(...values) + 5)], [HEIGHT - BOTTOM, TOP]);
  const placed = points.map((point, index) => ({ ...point, x: x(index), y: point.value === null ? null : y(point.value) }));
  const pieces = segments(placed);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="block w-full max-w-2xl max-sm:hidden">
      <line x1={0} x2={WIDTH} y1={HEIGHT - BOTTOM + 4} y2={HEIGHT - BOTTOM + 4} className="stroke-line" />
      {pieces.map((piece) => (
        <path key={piece[0]?.join()} d={svgPath(piece)} fill="none" className="stroke-accent" strokeWidth={1.75} strokeLinejoin="round" />
      ))}
      {placed.map((point) =>
        point.y === null ? null : (
          <g key={point.key}>
            <circle cx={point.x} cy={point.y} r={3.5} className="fill-accent stroke-canvas" strokeWidth={1.5} />
            <text x={point.x} y={point.y - 9} textAnchor="middle" className="fill-ink text-[11px] tabular-nums">
              {point.title}
            </text>
          </g>
        ),
      )}
      {placed.map((point) => (
        <text key={point.key} x={point.x} y={HEIGHT - 3} textAnchor="middle" className="fill-muted text-[11px]">
          {point.label}
        </text>
      ))}
    </svg>
  );
}

function segments(points: readonly { readonly x: number; readonly y: number | null }[]): (readonly [number, number])[][] {
  const pieces: (readonly [number, number])[][] = [[]];
  for (const { x, y } of points) {
    if (y === null) pieces.push([]);
    else pieces.at(-1)?.push([x, y]);
  }
  return pieces.filter((piece) => piece.length > 0);
}
