import { formatDate } from "@/components/format/date";
import type { PartnerScorecard } from "@/lib/contracts/scorecard";
import type { Reader } from "./reader";

/** Which of a partner's readings the figures are; null where it is measured once. */
export function readingWords({ reading }: Pick<PartnerScorecard, "reading">, reader: Reader): string | null {
  if (reading === null) return null;
  const whose = reader === "partner" ? "Your" : "The";
  return reading.kind === "monthEnds"
    ? `${whose} figures are those of ${formatDate(reading.asOf)}, the best of the last ${reading.last} month ends.`
    : `${whose} figures are those of ${reading.region.name}, the best of ${reader === "partner" ? "your" : "its"} regions.`;
}
