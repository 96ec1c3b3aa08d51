import type { Movement, Program } from "./program";
import { error, type ProgramIssue, warning } from "./program-issue";

/** Whether the tiers with a capacity can have one, and whether their authors know who needs no seat. */
export function checkCapacity({ tiers, movement }: Program): ProgramIssue[] {
  return tiers.flatMap(({ key, capacity }, place) => {
    if (capacity === undefined) return [];
    const path = `tiers.${key}.capacity`;
    if (place === 0) return [error(path, { code: "capacity_on_lowest" })];
    return keepsWithoutSeat(movement) ? [warning(path, { code: "capacity_can_be_exceeded", tier: key })] : [];
  });
}

function keepsWithoutSeat({ graceReviews, holdMargin, keep, maxStepsDown, demoteAt }: Movement): boolean {
  return graceReviews > 0 || holdMargin > 0 || keep !== undefined || maxStepsDown !== null || demoteAt !== "everyRun";
}
