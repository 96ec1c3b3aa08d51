import { drawnFrom } from "./drawn-from";
import { labelSpread } from "./label-spread";
import { scale, svgPath } from "./scale";

type HistoryPoint = {
  readonly key: string;
  /** A number that grows evenly with time. */
  readonly time: number;
  readonly value: number | null;
  /** The value and the day as text. */
  readonly figure: string;
  readonly day: string;
  readonly look: "past" | "shown" | "draft";
};
type HistoryLineProps = { readonly label: string /** Oldest first. */; readonly points: readonly HistoryPoint[] };

/** The share of the axis that a label needs: of a figure and of a day, on a phone and on wide screens. */
const ROOM = { figure: { phone: 0.16, wide: 0.07 }, day: { phone: 0.36, wide: 0.15 } } as const;

const DOTS = {
  past: "size-2 bg-accent",
  shown: "size-3 bg-accent ring-3 ring-accent-soft",
  draft: "size-3 border-2 border-accent bg-canvas ring-3 ring-accent-soft",
} as const;

/**
 * One value over time, from the first on, the distances as long as the time between them; a gap in the line is a time without a value. The words are text
 * beside the drawing, so that they keep their size on a phone, and those without room are left to the table below.
 */
export function HistoryLine({ label, points: given }: HistoryLineProps) {
  const points = given.slice(drawnFrom([given.map(({ value }) => value)]));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const times = points.map(({ time }) => time);
  const x = scale([Math.min(...times), Math.max(...times)], [0, 100]);
  const y = scale(withMargin(Math.min(...values), Math.max(...values)), [100, 0]);
  const placed = points.map((point) => ({ ...point, x: x(point.time), y: point.value === null ? null : y(point.value) }));
  const rooms = roomFor(placed.map((point) => ({ place: point.x / 100, isShown: point.look !== "past", hasFigure: point.y !== null })));
  return (
    <div role="img" aria-label={label} className="mb-4 max-w-2xl px-10 pt-4 break-inside-avoid">
      <div className="relative h-24 border-b border-line">
        <svg aria-hidden viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
          {segments(placed).map(({ path, isDraft }) => (
            <path
              key={path}
              d={path}
              fill="none"
              className="stroke-accent"
              strokeWidth={1.75}
              strokeDasharray={isDraft ? "4 3" : undefined}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
        {placed.map((point, index) =>
          point.y === null ? null : (
            <div key={point.key} className="absolute" style={{ left: `${point.x}%`, top: `${point.y}%` }}>
              <span className={`absolute -translate-1/2 rounded-full ${DOTS[point.look]}`} />
              <span
                className={`absolute bottom-2 -translate-x-1/2 whitespace-nowrap rounded bg-canvas/80 px-0.5 text-xs tabular-nums ${point.look === "past" ? "" : "font-semibold"} ${rooms.figure(index)}`}
              >
                {point.figure}
              </span>
            </div>
          ),
        )}
      </div>
      <div aria-hidden className="relative h-6 text-xs text-muted">
        {placed.map((point, index) => (
          <span
            key={point.key}
            className={`absolute top-1 -translate-x-1/2 whitespace-nowrap ${point.look === "past" ? "" : "font-semibold text-ink"} ${rooms.day(index)}`}
            style={{ left: `${point.x}%` }}
          >
            {point.day}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Values that hardly change are not blown up to the whole height; what is never negative has no room below zero. */
function withMargin(low: number, high: number): [number, number] {
  const margin = Math.max((high - low) / 4, Math.abs(high) / 20);
  return [low < 0 ? low - margin : Math.max(0, low - margin), high + margin];
}

type Labelled = { readonly place: number; readonly isShown: boolean; readonly hasFigure: boolean };

/** The classes that hide the labels without room: the run shown comes first, then the newest, the oldest and the others. */
function roomFor(labels: readonly Labelled[]): Record<"figure" | "day", (index: number) => string> {
  const places = labels.map(({ place }) => place);
  const newestFirst = labels.map((_, index) => index).reverse();
  const priority = [...newestFirst.filter((index) => labels[index]?.isShown), ...newestFirst.slice(0, 1), 0, ...newestFirst];
  const classes = (of: readonly number[], { phone, wide }: { readonly phone: number; readonly wide: number }) => {
    const [onPhone, onWide] = [labelSpread(places, of, phone), labelSpread(places, of, wide)];
    return (index: number) => (onPhone.has(index) ? (onWide.has(index) ? "" : "sm:hidden") : onWide.has(index) ? "max-sm:hidden" : "hidden");
  };
  return {
    figure: classes(
      priority.filter((index) => labels[index]?.hasFigure),
      ROOM.figure,
    ),
    day: classes(priority, ROOM.day),
  };
}

type Placed = { readonly x: number; readonly y: number | null; readonly look: HistoryPoint["look"] };

/** The pieces of the line between neighbours that both have a value; the way to a draft is its own piece. */
function segments(points: readonly Placed[]): { readonly path: string; readonly isDraft: boolean }[] {
  return points.flatMap((to, index) => {
    const from = points[index - 1];
    if (from === undefined || from.y === null || to.y === null) return [];
    const path = svgPath([
      [from.x, from.y],
      [to.x, to.y],
    ]);
    return [{ path, isDraft: from.look === "draft" || to.look === "draft" }];
  });
}
