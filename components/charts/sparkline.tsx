import { scale } from "./scale";

type SparklineProps = { /** Oldest first. */ readonly values: readonly (number | null)[] };

const WIDTH = 96;
const HEIGHT = 24;

/** The course of a figure, drawn small and without numbers: the page of the figure has them. */
export function Sparkline({ values }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <span className="block h-6" />;
  const x = scale([0, values.length - 1], [2, WIDTH - 2]);
  const y = scale([Math.min(...known), Math.max(...known)], [HEIGHT - 3, 3]);
  const flat = Math.min(...known) === Math.max(...known);
  const points = values.flatMap((value, place) => (value === null ? [] : [{ place, at: `${x(place)},${flat ? HEIGHT / 2 : y(value)}` }]));
  const last = points.at(-1);
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-6 w-24">
      <polyline points={points.map(({ at }) => at).join(" ")} fill="none" className="stroke-accent" strokeWidth={1.5} strokeLinejoin="round" />
      {last !== undefined && <circle cx={x(last.place)} cy={last.at.split(",")[1]} r={2.25} className="fill-accent" />}
    </svg>
  );
}
