import { describe, expect, test } from "vitest";
import { historyEntries } from "@/components/score/history-entries";

const published = (run: number, asOf: string) => ({ run, asOf, tier: "gold", tierName: "Gold", score: 70, movement: "unchanged" as const });
const scorecard = (number: number, asOf: string, status: "draft" | "published" | "discarded") => ({
  run: { number, asOf, publishedAt: null, status },
  tier: { key: "elite", name: "Elite", rank: 3, of: 4 },
  score: 80,
  movement: { code: "promoted" as const, steps: 1, missedReviews: 0, graceReviews: 1 },
  history: [published(1, "2013-05-31"), published(2, "2013-11-30")],
});

describe("the history of a scorecard", () => {
  test("marks the published run that is shown, and adds nothing to it", () => {
    const entries = historyEntries(scorecard(2, "2013-11-30", "published"));
    expect(entries.map(({ run, isShown, unpublished }) => [run, isShown, unpublished])).toEqual([
      [1, false, null],
      [2, true, null],
    ]);
  });

  test.each(["draft", "discarded"] as const)("holds a %s run that is shown, as what it is, where its date belongs", (status) => {
    const entries = historyEntries(scorecard(3, "2013-08-31", status));
    expect(entries.map(({ run }) => run)).toEqual([1, 3, 2]);
    expect(entries[1]).toMatchObject({ tierName: "Elite", score: 80, movement: "promoted", isShown: true, unpublished: status });
  });

  test("two runs as of one day stand in the order in which they were made", () => {
    expect(historyEntries(scorecard(3, "2013-11-30", "draft")).map(({ run }) => run)).toEqual([1, 2, 3]);
  });
});
