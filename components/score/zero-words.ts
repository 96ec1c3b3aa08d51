import { counted } from "@/components/format/number";
import type { Run } from "@/lib/contracts/run";

/** What a person should know of a run in which nobody has a point; null where somebody has. */
export function zeroWords({ partners, zero, unscored }: Pick<Run, "partners" | "zero" | "unscored">): string | null {
  if (zero === null || zero === 0 || zero + unscored < partners) return null;
  return `${counted(zero, "partner")}, and so all that have a score, have 0. Parts that are multiplied are worth nothing where one of them has no data at all: look into a scorecard for what is missing, and import it before this is published.`;
}
