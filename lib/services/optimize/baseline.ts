import type { FrozenDecision } from "@/lib/db/decisions";
import type { Program } from "@/lib/domain/define/program";
import type { Baseline } from "@/lib/domain/optimize/simulate";

/** What a run decided, by row, for comparing. */
export function baselineOf(program: Program, frozen: readonly FrozenDecision[]): Baseline {
  const placeOf = new Map(program.tiers.map(({ key }, place) => [key, place]));
  return {
    program,
    decided: Uint8Array.from(frozen, ({ explanation }) => placeOf.get(explanation.decided) ?? 0),
    qualified: Uint8Array.from(frozen, ({ explanation }) => placeOf.get(explanation.qualified) ?? 0),
    score: Float64Array.from(frozen, ({ explanation }) => explanation.score ?? Number.NaN),
  };
}
