"use client";

import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatKpi, formatKpiTick } from "@/components/format/kpi-value";
import type { KpiUnit } from "@/lib/contracts/kpi";

/** `color`: of what is coloured elsewhere too; else by its place. */
export type TrendSeries = { readonly name: string; readonly values: readonly (number | null)[]; readonly color?: string };
export type TrendChartProps = {
  /** Oldest first, as many as each series has values. */
  readonly labels: readonly string[];
  /** More than six are hard to tell apart: the caller chooses. */
  readonly series: readonly TrendSeries[];
  readonly unit: KpiUnit;
  readonly currency: string;
};

const COLORS = ["accent", "tier-2", "tier-4", "tier-1", "bad", "tier-3"].map((name) => `var(--color-${name})`);
/** Lines are told apart without their colour too. */
const DASHES = ["0", "6 3", "2 3", "8 3 2 3", "1 4", "10 4"];
const HEIGHT = 260;

/** Values over the quarters, a line each; a gap is a quarter without a value. The table beside it says the same. */
export function TrendChart({ labels, series, unit, currency }: TrendChartProps) {
  const data = labels.map((label, place) => ({ label, ...Object.fromEntries(series.map(({ values }, i) => [`s${i}`, values[place] ?? null])) }));
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart data={data} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--color-line)" vertical={false} />
        <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={{ stroke: "var(--color-line-strong)" }} />
        <YAxis tick={TICK} tickLine={false} axisLine={false} width={64} tickFormatter={(value: number) => formatKpiTick(value, unit, currency)} />
        <Tooltip
          formatter={(value) => formatKpi(Number(value), unit, currency)}
          contentStyle={{ background: "var(--color-raised)", border: "1px solid var(--color-line)", borderRadius: 6, color: "var(--color-ink)" }}
          isAnimationActive={false}
        />
        {series.length > 1 && <Legend iconType="plainline" itemSorter={null} wrapperStyle={{ fontSize: 12 }} />}
        {series.map(({ name, color }, i) => (
          <Line
            key={name}
            dataKey={`s${i}`}
            name={name}
            stroke={color ?? COLORS[i % COLORS.length] ?? "currentColor"}
            strokeDasharray={DASHES[i % DASHES.length] ?? "0"}
            strokeWidth={2}
            dot={{ r: 2.5, strokeDasharray: "0" }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

const TICK = { fill: "var(--color-muted)", fontSize: 12 };
