"use client";

import { formatCount } from "@/components/format/number";
import type { Behind, Values } from "@/lib/domain/optimize/behind";
import { useBehind } from "./answer-context";
import { cutOffWords, HistogramBars } from "./histogram";

type PointsBehindProps = {
  readonly title: string;
  /** Scores at which a tier begins, drawn as lines. */
  readonly cuts?: readonly { readonly at: number; readonly name: string; readonly isThis: boolean }[];
};

const [WIDTH, HEIGHT] = [600, 60];
const POINTS = { from: 0, until: 100, kind: "linear" } as const;

/** Today's partners by points or score, from 0 to 100. */
export function PointsBehind({ title, cuts = [] }: PointsBehindProps) {
  const behind = useBehind();
  const values = pointsOf(behind);
  if (values === null) return null;
  const cutOff = cutOffWords(values);
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className="block h-16 w-full">
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong/50" vectorEffect="non-scaling-stroke" />
        <HistogramBars values={values} scale={POINTS} width={WIDTH} height={HEIGHT} />
        {cuts.map(({ at, name, isThis }) => (
          <line
            key={name}
            x1={(at / 100) * WIDTH}
            x2={(at / 100) * WIDTH}
            y1={0}
            y2={HEIGHT}
            className={isThis ? "stroke-accent" : "stroke-line-strong"}
            strokeWidth={isThis ? 2 : 1}
            strokeDasharray={isThis ? undefined : "3 3"}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <figcaption className="flex justify-between gap-3 text-center text-xs text-muted tabular-nums">
        <span>0</span>
        <span>
          {title}
          {values.withoutData > 0 && `; ${formatCount(values.withoutData)} without any`}
          {cutOff !== null && `; ${cutOff}`}
        </span>
        <span>100</span>
      </figcaption>
    </figure>
  );
}

function pointsOf(behind: Behind | null): Values | null {
  switch (behind?.kind) {
    case "values":
      return behind.values;
    case "group":
      return behind.points;
    case "condition":
      return behind.score;
    default:
      return null;
  }
}
