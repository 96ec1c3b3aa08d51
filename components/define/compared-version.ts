import type { ProgramVersionSummary } from "@/lib/contracts/program";

/**
 * The version that another one is compared with: the one asked for, else the one that it began as a copy of, else the one before it.
 * Undefined where there is none to compare with.
 */
export function comparedVersion(
  shown: Pick<ProgramVersionSummary, "version" | "basedOn">,
  others: readonly number[],
  asked: number | undefined,
): number | undefined {
  if (asked !== undefined && others.includes(asked)) return asked;
  if (shown.basedOn !== null && others.includes(shown.basedOn)) return shown.basedOn;
  const before = others.filter((version) => version < shown.version);
  return before.length === 0 ? undefined : Math.max(...before);
}
