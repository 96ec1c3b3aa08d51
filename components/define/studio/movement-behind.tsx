"use client";

import { formatCount } from "@/components/format/number";
import { movementWords } from "@/components/score/movement-words";
import type { MovementCode } from "@/lib/domain/score/decision";
import { useBehind } from "./answer-context";

/** How many of today's partners each rule of movement decides on. */
export function MovementBehind() {
  const behind = useBehind();
  if (behind?.kind !== "movement") return null;
  const codes = Object.entries(behind.codes) as [MovementCode, number][];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 border-y border-line py-2 text-sm">
      {codes.map(([code, partners]) => (
        <div key={code} className="flex gap-1.5">
          <dt className="text-muted">{movementWords(code).short}</dt>
          <dd className="font-medium tabular-nums">{formatCount(partners)}</dd>
        </div>
      ))}
    </dl>
  );
}
