import type { StoredDecision } from "@/lib/db/decisions";
import { type Difference, firstDifference } from "@/lib/domain/shared/first-difference";

/** Where a decision's explanation says what a column repeats for lists. */
const REPEATED: Readonly<Record<keyof StoredDecision["columns"], readonly string[]>> = {
  partner: ["partner"],
  rank: ["rank"],
  score: ["score"],
  qualified: ["qualified"],
  decided: ["decided"],
  previousTier: ["previous", "tier"],
  movement: ["movement", "code"],
  steps: ["movement", "steps"],
  distanceToCut: ["distanceToCut"],
  confidence: ["confidence", "level"],
  stays: ["robustness", "stays"],
  rankBest: ["robustness", "rankBest"],
  rankWorst: ["robustness", "rankWorst"],
  verdict: ["robustness", "verdict"],
};
/** Columns keep four decimals. */
const TOLERANCE = 5.001e-5;

/** The first column of a stored decision that does not repeat what its explanation says; null when all do. */
export function columnDifference({ columns, explanation }: StoredDecision): Difference | null {
  for (const [column, path] of Object.entries(REPEATED)) {
    const shown: unknown = columns[column as keyof typeof REPEATED];
    const said = path.reduce<unknown>(memberOf, explanation) ?? null;
    if (typeof shown === "number" && typeof said === "number" && Math.abs(shown - said) < TOLERANCE) continue;
    const difference = firstDifference(shown, said);
    if (difference !== null) return { ...difference, path: `columns.${column}` };
  }
  return null;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}
