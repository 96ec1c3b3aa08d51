"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { svgPath } from "@/components/charts/scale";
import { formatNumber } from "@/components/format/number";
import type { Curve } from "@/lib/domain/define/program";
import type { Scale, Values } from "@/lib/domain/optimize/behind";
import { curveFunction, linear } from "@/lib/domain/score/curve";
import { roundToStep } from "@/lib/domain/shared/round-number";
import { type Handle, handlesOf, moveHandle } from "./curve-handles";
import { along, stepped, valueAt } from "./curve-scale";
import { cutOffWords, HistogramBars } from "./histogram";

type CurveCanvasProps = {
  readonly curve: Curve;
  readonly scale: Scale;
  /** Today's partners; null while they are not known. */
  readonly values: Values | null;
  /** Writes a value in its unit. */
  readonly tick: (value: number) => string;
  readonly onChange: (curve: Curve) => void;
  readonly onSettle: () => void;
};

const [WIDTH, HEIGHT] = [600, 200];
const SAMPLES = 120;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] },
};

/** A curve over today's partners. Its handles are dragged, or moved with the arrow keys: left and right the value, up and down the points. */
export function CurveCanvas({ curve, scale, values, tick, onChange, onSettle }: CurveCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const handles = handlesOf(curve);
  const most = Math.max(100, ...handles.map(({ points }) => points));
  const left = (value: number) => Math.min(1, Math.max(0, along(scale, value)));
  const top = (points: number) => 1 - points / most;

  function move(index: number, value: number, points: number) {
    const moved = moveHandle(curve, index, { value, points });
    if (moved !== curve) onChange(moved);
  }

  function drag(event: PointerEvent) {
    const handle = held === null ? undefined : handles[held];
    const bounds = box.current?.getBoundingClientRect();
    if (held === null || handle === undefined || bounds === undefined) return;
    const share = Math.min(1, Math.max(0, (event.clientX - bounds.left) / bounds.width));
    const points = roundToStep((1 - (event.clientY - bounds.top) / bounds.height) * most, 1);
    move(held, valueAt(scale, share), handle.movesPoints ? points : handle.points);
  }

  function press(event: KeyboardEvent, index: number, handle: Handle) {
    const [across, up] = ARROWS[event.key] ?? [0, 0];
    if (across === 0 && (up === 0 || !handle.movesPoints)) return;
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    move(index, across === 0 ? handle.value : stepped(scale, handle.value, across * times), handle.points + up * times);
  }

  return (
    <div>
      <div
        ref={box}
        className="relative mx-2 h-44 select-none"
        onPointerMove={drag}
        onPointerUp={() => {
          if (held !== null) onSettle();
          setHeld(null);
        }}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className="absolute inset-0 size-full overflow-visible">
          {[0, 0.5, 1].map((share) => (
            <line key={share} x1={0} x2={WIDTH} y1={share * HEIGHT} y2={share * HEIGHT} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {values !== null && <HistogramBars values={values} scale={scale} width={WIDTH} height={HEIGHT} />}
          <path
            d={svgPath(curveLine(curve, scale).map(([value, points]) => [left(value) * WIDTH, top(points) * HEIGHT]))}
            fill="none"
            className="stroke-ink"
            strokeWidth={1.75}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {handles.map((handle, index) => (
          <span
            key={handle.name}
            role="slider"
            tabIndex={0}
            aria-label={handle.name}
            aria-valuenow={handle.value}
            aria-valuetext={`${formatNumber(handle.points)} points at ${tick(handle.value)}`}
            className="absolute grid size-6 -translate-1/2 cursor-grab touch-none place-items-center rounded-full active:cursor-grabbing"
            style={{ left: `${left(handle.value) * 100}%`, top: `${top(handle.points) * 100}%` }}
            onPointerDown={(event) => {
              event.currentTarget.focus();
              box.current?.setPointerCapture(event.pointerId);
              setHeld(index);
            }}
            onKeyDown={(event) => press(event, index, handle)}
            onBlur={onSettle}
          >
            <span className="size-3 rounded-full border-2 border-canvas bg-accent shadow-sm" />
          </span>
        ))}
      </div>
      <p aria-hidden className="mx-2 mt-1 flex justify-between text-xs text-muted tabular-nums">
        <span>{tick(scale.from)}</span>
        <span>{values !== null && cutOffWords(values)}</span>
        <span>{tick(scale.until)}</span>
      </p>
    </div>
  );
}

/** The curve as (value, points), by the engine's own function; nothing for curves that the peers draw. */
function curveLine(curve: Curve, scale: Scale): (readonly [number, number])[] {
  if (curve.kind === "percentile" || curve.kind === "rank" || curve.kind === "minmax") return [];
  const pointsOf = curve.kind === "zscore" ? linear(curve.zeroAt, curve.fullAt) : curveFunction(curve);
  const edges = curve.kind === "steps" ? curve.steps.flatMap(({ from }) => [from - Math.abs(from) * 1e-9 - 1e-12, from]) : [];
  const bends = handlesOf(curve).map(({ value }) => value);
  const samples = Array.from({ length: SAMPLES + 1 }, (_, i) => valueBetween(scale, i / SAMPLES));
  return [...samples, ...edges, ...bends].sort((a, b) => a - b).map((value) => [value, pointsOf(value)] as const);
}

function valueBetween({ from, until, kind }: Scale, share: number): number {
  return kind === "linear" ? from + share * (until - from) : from * (until / from) ** share;
}
