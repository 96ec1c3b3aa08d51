import { formatDate } from "@/components/format/date";
import type { ProgramVersionSummary } from "@/lib/contracts/program";

/** From when a version is in effect, or shall be. */
export function effectWords({ status, effectiveFrom }: Pick<ProgramVersionSummary, "status" | "effectiveFrom">): string {
  if (status === "discarded") return "It was discarded.";
  if (effectiveFrom === null) return "Not yet in effect.";
  return `${status === "published" ? "In effect" : "To be in effect"} from ${formatDate(effectiveFrom)}.`;
}
