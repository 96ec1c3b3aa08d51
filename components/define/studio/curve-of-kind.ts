import type { Curve } from "@/lib/domain/define/program";
import { roundToDigits } from "@/lib/domain/shared/round-number";
import { handlesOf } from "./curve-handles";

/** A curve of another kind that keeps what it can of the one before: where it begins and ends, and its peers. `extent`: of today's values. */
export function curveOfKind(kind: Curve["kind"], before: Curve, extent: readonly [number, number] | null): Curve {
  const handles = before.kind === "zscore" ? [] : handlesOf(before);
  const zeroAt = handles.length > 1 ? (handles[0]?.value ?? 0) : (extent?.[0] ?? 0);
  const fullAt = handles.at(-1)?.value ?? extent?.[1] ?? 100;
  const end = fullAt === zeroAt ? zeroAt + 1 : fullAt;
  const peers = "peers" in before ? before.peers : "all";
  switch (kind) {
    case "linear":
      return { kind, zeroAt, fullAt: end };
    case "log":
      return { kind, zeroAt: zeroAt > 0 ? zeroAt : 1, fullAt: end > 0 ? (end === zeroAt ? end * 10 : end) : 100 };
    case "points":
      return {
        kind,
        points: [
          { value: Math.min(zeroAt, end), points: zeroAt < end ? 0 : 100 },
          { value: Math.max(zeroAt, end), points: zeroAt < end ? 100 : 0 },
        ],
      };
    case "steps":
      return { kind, below: 0, steps: [{ from: end, points: 100 }] };
    case "perUnit":
      return { kind, points: end > 0 ? roundToDigits(100 / end, 3) : 1, cap: 100 };
    case "zscore":
      return { kind, peers, zeroAt: -2, fullAt: 2 };
    case "percentile":
    case "rank":
    case "minmax":
      return { kind, peers };
  }
}
