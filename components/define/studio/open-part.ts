import { placedNode } from "@/lib/domain/define/edit-score";
import type { Program } from "@/lib/domain/define/program";

const ALWAYS_THERE: readonly string[] = ["movement", "rules", "entitlements", "funds", "coverage", "effort", "money", "program", "json"];

/** The part of the studio to show: the wanted one, or the score where the program has none such, or not any more. */
export function openPart(program: Program, wanted: string): string {
  return isThere(program, wanted) ? wanted : `score:${program.score.key}`;
}

function isThere({ score, tiers, metrics }: Program, part: string): boolean {
  const [kind, key = ""] = part.split(":");
  switch (kind) {
    case "score":
      return placedNode(score, key) !== null;
    case "tier":
      return tiers.some((tier) => tier.key === key);
    case "metric":
      return metrics.some((metric) => metric.key === key);
    default:
      return ALWAYS_THERE.includes(part);
  }
}
