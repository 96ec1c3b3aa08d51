import { formatPeriod } from "@/components/format/date";
import { formatShare } from "@/components/format/number";
import type { EvidenceRecord, ScorecardMetric, ScorecardNode } from "@/lib/contracts/scorecard";
import type { Confidence } from "@/lib/domain/score/decision";

type LeftOutReason = NonNullable<EvidenceRecord["reason"]>;

const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  outside_window: "Outside the dates counted",
  filtered: "Product or region not counted here",
  replaced: "Corrected by a later import",
  known_later: "Arrived after this run",
  unmatched: "Partner or product not known yet",
  not_open: "Not open at the as-of date",
  expired: "Not valid at the as-of date",
};

export function leftOutWords(reason: LeftOutReason): string {
  return LEFT_OUT[reason];
}

/** Why a metric has no value. */
export function noDataWords(reason: ScorecardMetric["reason"]): string {
  return reason === "undefined_base" ? "No data: nothing in the period before to compare with" : "No data";
}

/** What the program did with a criterion that had no data, or with a closed gate; null when it was simply scored. */
export function statusWords(node: ScorecardNode): string | null {
  switch (node.status) {
    case "scored":
      return null;
    case "missing_zero":
      return "No data counts as 0 points";
    case "missing_value":
      return "No data: the program's stated points are used";
    case "left_out":
      return "No data: left out, the others share its weight";
    case "unscored":
      return "Not scored for lack of data";
    case "gated":
      return "A gate of the program sets it to 0";
  }
}

export function periodWords({ from, until }: Pick<ScorecardMetric, "from" | "until">): string {
  return from === null || until === null ? "At the as-of date" : formatPeriod(from, until);
}

const LEVELS = { high: "High", medium: "Medium", low: "Low" } as const;

export function confidenceLevelWords(level: Confidence["level"]): string {
  return LEVELS[level];
}

export function confidenceWords(confidence: Confidence): string {
  const age =
    confidence.ageDays === null
      ? "no records yet"
      : confidence.ageDays === 0
        ? "data up to the as-of date"
        : `newest record ${confidence.ageDays} d old`;
  const unmatched = confidence.unmatchedBps === 0 ? "" : `, ${formatShare(confidence.unmatchedBps / 10_000, 1)} unmatched`;
  return `${formatShare(confidence.coverage)} of the score rests on data, ${age}${unmatched}`;
}
