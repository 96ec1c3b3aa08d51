import { formatPeriod } from "@/components/format/date";
import { counted, formatShare } from "@/components/format/number";
import type { EvidenceRecord, RecordPart, ScorecardMetric, ScorecardNode } from "@/lib/contracts/scorecard";
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
  not_latest: "A later value counts",
  not_highest: "A higher value counts",
};

export function leftOutWords(reason: LeftOutReason): string {
  return LEFT_OUT[reason];
}

const PARTS: Readonly<Record<RecordPart, string>> = {
  current: "This period",
  before: "The period before",
  numerator: "Numerator",
  denominator: "Denominator",
};

/** Of the two periods that growth compares. */
export function recordPartWords(part: RecordPart): string {
  return PARTS[part];
}

/** What stands beside a criterion whose value is "No data" or whose gate is closed: why, and what the program does then; null when it was simply scored. */
export function statusWords(node: ScorecardNode): string | null {
  const done = outcomeWords(node.status);
  return node.metric?.reason === "undefined_base" && done !== null ? `Nothing in the period before to compare with. ${done}` : done;
}

function outcomeWords(status: ScorecardNode["status"]): string | null {
  switch (status) {
    case "scored":
      return null;
    case "missing_zero":
      return "Counts as 0 points";
    case "missing_value":
      return "Counts with the points that the program states";
    case "left_out":
      return "Left out, the others share its weight";
    case "unscored":
      return "Without it there is no score";
    case "gated":
      return "A gate of the program sets it to 0";
  }
}

export function periodWords({ from, until }: Pick<ScorecardMetric, "from" | "until">): string {
  return from === null || until === null ? "at the as-of date" : formatPeriod(from, until);
}

/** What a criterion measures and when, for beside its name: a metric of the same name is not said twice. */
export function metricWords(metric: ScorecardMetric, criterion: string): string {
  const period = periodWords(metric);
  return metric.name === criterion ? period.charAt(0).toUpperCase() + period.slice(1) : `${metric.name}, ${period}`;
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
        : `newest record ${counted(confidence.ageDays, "day")} old`;
  const unmatched = confidence.unmatchedBps === 0 ? "" : `, ${formatShare(confidence.unmatchedBps / 10_000, 1)} unmatched`;
  return `${formatShare(confidence.coverage)} of the score rests on data, ${age}${unmatched}`;
}
