import type { MetricSource } from "@/lib/domain/define/metric";
import { type ProgramCalendar, priorRange, windowRange } from "@/lib/domain/define/metric-window";
import type { MetricInput } from "@/lib/domain/run-input";
import { addDays } from "@/lib/domain/shared/calendar-day";
import type { IsoDate } from "@/lib/domain/shared/iso-date";
import type { OpenRange } from "./month-split";

/** The days a source counts: its window, and for growth the window before (null: there is none). A snapshot counts everything up to the as-of date. */
export type SourceRange = { readonly window: OpenRange; readonly prior: OpenRange | null };

export function sourceRange(source: MetricSource, asOf: IsoDate, calendar: ProgramCalendar): SourceRange {
  const everything = { from: null, until: addDays(asOf, 1) };
  if (!("window" in source)) return { window: everything, prior: null };
  return {
    window: windowRange(source.window, asOf, calendar) ?? everything,
    prior: source.kind === "posGrowth" ? priorRange(source.window, asOf, calendar) : null,
  };
}

/** First and (excluded) last day counted, as a decision states them: null without a beginning. Growth counts from the first day of the window before. */
export function statedDays({ window, prior }: SourceRange): Pick<MetricInput, "from" | "until"> {
  return window.from === null ? { from: null, until: null } : { from: prior?.from ?? window.from, until: window.until };
}
