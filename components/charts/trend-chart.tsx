import type { KpiUnit } from "@/lib/contracts/kpi";
import { drawnFrom } from "./drawn-from";
import { LazyLines } from "./lazy-lines";
import { roundTicks } from "./round-ticks";

/** `color`: of what is coloured elsewhere too; else by its place. */
type TrendSeries = { readonly name: string; readonly values: readonly (number | null)[]; readonly color?: string };
type TrendChartProps = {
  /** Oldest first, as many as each series has values. */
  readonly labels: readonly string[];
  /** More than six are hard to tell apart: the caller chooses. */
  readonly series: readonly TrendSeries[];
  readonly unit: KpiUnit;
  readonly currency: string;
};

const COLORS = ["accent", "tier-2", "tier-4", "tier-1", "bad", "tier-3"].map((name) => `var(--color-${name})`);
/** Lines are told apart without their colour too. */
const DASHES = ["none", "6 3", "2 3", "8 3 2 3", "1 4", "10 4"];

/**
 * Several series over the quarters, a line each, from the first quarter with a value on; a gap is a quarter without one. The table beside it
 * says the same, and so it is hidden from screen readers.
 */
export function TrendChart({ labels, series, unit, currency }: TrendChartProps) {
  const start = drawnFrom(series.map(({ values }) => values));
  const lines = series.map(({ name, values, color }, place) => ({
    ...{ name, values: values.slice(start) },
    stroke: color ?? COLORS[place % COLORS.length] ?? "currentColor",
    dash: DASHES[place % DASHES.length] ?? "none",
  }));
  const ticks = roundTicks(lines.flatMap(({ values }) => values.filter((value) => value !== null)));
  return (
    <figure aria-hidden className="mb-6 text-xs text-muted">
      <LazyLines {...{ labels: labels.slice(start), lines, ticks, unit, currency }} />
      <ul className="mt-2 flex flex-wrap justify-center gap-x-4 gap-y-1">
        {lines.map(({ name, stroke, dash }) => (
          <li key={name} className="inline-flex items-center gap-1.5">
            <svg aria-hidden viewBox="0 0 24 8" className="h-2 w-6">
              <path d="M0 4H24" stroke={stroke} strokeDasharray={dash} strokeWidth={2} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
