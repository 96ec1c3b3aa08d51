import type { PartnerScorecard, ScorecardHistoryEntry } from "@/lib/contracts/scorecard";

export type HistoryEntry = ScorecardHistoryEntry & {
  readonly isShown: boolean;
  /** Why the run is not among the published ones; null when it is. */
  readonly unpublished: "draft" | "discarded" | null;
};

/** The published runs by as-of date, oldest first, with the run shown in its place among them even if it is not published. */
export function historyEntries(scorecard: Pick<PartnerScorecard, "history" | "run" | "tier" | "score" | "movement">): readonly HistoryEntry[] {
  const { history, run, tier, score, movement } = scorecard;
  const published = history.map((entry): HistoryEntry => ({ ...entry, isShown: entry.run === run.number, unpublished: null }));
  const shown: HistoryEntry[] =
    run.status === "published"
      ? []
      : [
          {
            run: run.number,
            asOf: run.asOf,
            tier: tier.key,
            tierName: tier.name,
            score,
            movement: movement.code,
            isShown: true,
            unpublished: run.status,
          },
        ];
  return [...published, ...shown].toSorted((a, b) => (a.asOf === b.asOf ? a.run - b.run : a.asOf < b.asOf ? -1 : 1));
}
