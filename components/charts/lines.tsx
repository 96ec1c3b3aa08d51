"use client";

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatKpi, formatKpiTick } from "@/components/format/kpi-value";
import type { KpiUnit } from "@/lib/contracts/kpi";

export type LinesProps = {
  /** Oldest first, as many as each line has values. */
  readonly labels: readonly string[];
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[]; readonly stroke: string; readonly dash: string }[];
  /** Of the axis of values, which they span. */
  readonly ticks: readonly number[];
  readonly unit: KpiUnit;
  readonly currency: string;
};

/** On paper the drawing is not made again: it shrinks into its box. */
const BOX = { width: "100%", height: 240 };
const TICK = { fill: "var(--color-muted)", fontSize: 12 };

/** Values over the quarters; a gap is a quarter without a value. */
export function Lines({ labels, lines, ticks, unit, currency }: LinesProps) {
  const data = labels.map((label, place) => ({ label, ...Object.fromEntries(lines.map(({ values }, i) => [`s${i}`, values[place] ?? null])) }));
  return (
    <LineChart data={data} responsive style={BOX} margin={{ top: 8, right: 32, bottom: 0, left: 0 }} accessibilityLayer={false}>
      <CartesianGrid stroke="var(--color-line)" vertical={false} />
      <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={{ stroke: "var(--color-line-strong)" }} />
      <YAxis
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={64}
        ticks={ticks}
        interval={0}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        tickFormatter={(value: number) => formatKpiTick(value, unit, currency)}
      />
      <Tooltip
        formatter={(value) => formatKpi(Number(value), unit, currency)}
        contentStyle={{ background: "var(--color-raised)", border: "1px solid var(--color-line)", borderRadius: 6, color: "var(--color-ink)" }}
        isAnimationActive={false}
      />
      {lines.map(({ name, stroke, dash }, i) => (
        <Line
          key={name}
          dataKey={`s${i}`}
          name={name}
          stroke={stroke}
          strokeDasharray={dash}
          strokeWidth={2}
          dot={{ r: 2.5, strokeDasharray: "none", fill: "var(--color-canvas)" }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
