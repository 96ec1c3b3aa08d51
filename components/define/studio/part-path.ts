import { nodePath } from "@/lib/domain/define/edit-score";
import type { Program } from "@/lib/domain/define/program";

/** The path, as contradictions and comments name it, of a part of the studio ("score:revenue", "tier:gold", "movement"). */
export function partPath(program: Program, part: string): string {
  const [kind = "", key = ""] = part.split(":");
  switch (kind) {
    case "score":
      return nodePath(program.score, key) ?? "score";
    case "tier":
      return `tiers.${key}`;
    case "metric":
      return `metrics.${key}`;
    case "rules":
      return "readings";
    case "program":
      return "name";
    case "money":
      return "exchangeRates";
    default:
      return kind;
  }
}
