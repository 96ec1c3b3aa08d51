import type { Program } from "../define/program";
import { type CompiledCondition, compileCondition } from "./check-condition";
import type { TierResult } from "./decision";
import type { ScoreColumns } from "./node-columns";

export type Qualification = {
  /** Place of the tier, 0 for the lowest, that a partner qualifies for. */
  readonly qualify: (row: number) => number;
  /** Whether the partner would qualify for a tier if each score requirement on its way were `margin` points lower, edge excluded. */
  readonly holds: (row: number, tier: number, margin: number) => boolean;
  /** Every tier's check, lowest first. */
  readonly explain: (row: number) => readonly TierResult[];
};

/** Only `met` qualifies: `no_data` is neither met nor short. The lowest tier takes everyone. */
export function tierQualification(program: Program, columns: ScoreColumns): Qualification {
  const tiers = program.tiers.map(({ key, requires }) => ({ key, condition: requires === null ? null : compileCondition(requires, columns) }));
  const meets = (condition: CompiledCondition | null | undefined, row: number, margin: number) =>
    condition === null || condition === undefined || condition.verdict(row, margin) === "met";
  const ladder = program.qualification === "ladder";
  return {
    qualify(row) {
      if (ladder) {
        const firstMissed = tiers.findIndex(({ condition }) => !meets(condition, row, 0));
        return firstMissed === -1 ? tiers.length - 1 : Math.max(0, firstMissed - 1);
      }
      return Math.max(
        0,
        tiers.findLastIndex(({ condition }) => meets(condition, row, 0)),
      );
    },
    holds: (row, tier, margin) => tiers.slice(ladder ? 0 : tier, tier + 1).every(({ condition }) => meets(condition, row, margin)),
    explain: (row) =>
      tiers.map(({ key, condition }) => {
        const check = condition?.check(row) ?? null;
        return { tier: key, verdict: check?.verdict ?? "met", check };
      }),
  };
}
