import type { Condition, Program } from "../define/program";
import { checkCondition } from "./check-condition";
import type { TierResult } from "./decision";
import { type JudgedCondition, judgeCondition, MET } from "./judge-condition";
import type { ScoreColumns } from "./node-columns";

export type Qualification = {
  /** By row: place of the tier, 0 for the lowest, that a partner qualifies for. */
  readonly qualified: Uint8Array;
  /** Whether the partner meets a tier and, on a ladder, all tiers below it. */
  readonly reaches: (row: number, tier: number) => boolean;
  /** Whether the partner would reach a tier if each score requirement on its way were the hold margin lower, edge excluded. */
  readonly holds: (row: number, tier: number) => boolean;
  /** Every tier's check, lowest first. */
  readonly explain: (row: number) => readonly TierResult[];
};

type JudgedTier = { readonly key: string; readonly requires: { readonly condition: Condition; readonly judged: JudgedCondition } | null };

/** Only `met` qualifies: `no_data` is neither met nor short. The lowest tier takes everyone. */
export function tierQualification(program: Program, columns: ScoreColumns): Qualification {
  const size = columns.score.length;
  const judgeTiers = (margin: number): JudgedTier[] =>
    program.tiers.map(({ key, requires: condition }) => ({
      key,
      requires: condition === null ? null : { condition, judged: judgeCondition(condition, columns, margin) },
    }));
  const ladder = program.qualification === "ladder";
  const tiers = judgeTiers(0);
  const reached = reachedBy(tiers, ladder, size);
  const qualified = new Uint8Array(size);
  reached.forEach((reachedTier, tier) => {
    for (let row = 0; row < size; row++) qualified[row] = Math.max(qualified[row] ?? 0, (reachedTier[row] ?? 0) * tier);
  });
  let held: Uint8Array[] | undefined;
  return {
    qualified,
    reaches: (row, tier) => reached[tier]?.[row] === 1,
    holds(row, tier) {
      held ??= reachedBy(judgeTiers(program.movement.holdMargin), ladder, size);
      return held[tier]?.[row] === 1;
    },
    explain: (row) =>
      tiers.map(({ key, requires }) => {
        const check = requires === null ? null : checkCondition(requires.condition, requires.judged, columns, row);
        return { tier: key, verdict: check?.verdict ?? "met", check };
      }),
  };
}

/** For each tier, by row: 1 where the partner meets it and, on a ladder, all tiers below it. */
function reachedBy(tiers: readonly JudgedTier[], ladder: boolean, size: number): Uint8Array[] {
  let below = new Uint8Array(size).fill(1);
  return tiers.map(({ requires }) => {
    const reached = ladder ? below.slice() : new Uint8Array(size).fill(1);
    if (requires !== null) {
      const { verdicts } = requires.judged;
      for (let row = 0; row < size; row++) reached[row] = (reached[row] ?? 0) & Number(verdicts[row] === MET);
    }
    below = reached;
    return reached;
  });
}
