import { describe, expect, it } from "vitest";
import {
  againstWords,
  followedWords,
  knowledgeWords,
  movementsWords,
  stabilityWords,
  statusWords,
  tierPathWords,
} from "../../../components/define/studio/back-test-words";
import type { BackTestQuarter } from "../../../lib/contracts/back-test";

const none = { promoted: 0, demoted: 0, entered: 0, held: 0, unchanged: 0, overridden: 0 };

describe("the words of a back-test", () => {
  it("say what a quarter was tested with", () => {
    expect(knowledgeWords({ kind: "run", run: 4, knownAt: 9 })).toBe("as known to run 4");
    expect(knowledgeWords({ kind: "then", run: null, knownAt: 9 })).toBe("as imported by its end");
    expect(knowledgeWords({ kind: "today", run: null, knownAt: 9 })).toBe("as known today");
  });

  it("say how far it is, and what it was of", () => {
    const quarter = { year: 2013, quarter: 2 } as BackTestQuarter;
    const asked = { quarters: 8, results: [], askedBy: "Ann", mayCancel: true, run: { number: 6, asOf: "2013-11-30" } };
    const of = "Asked for by Ann, on quarters that ended by Nov 30, 2013, the day of run 6.";
    const running = { ...asked, status: "running" } as const;
    expect(statusWords(null)).toBe("This draft was not tested yet.");
    expect(statusWords(running)).toBe("0 of 8 quarters. The oldest quarter is first. You may go on editing.");
    expect(statusWords({ ...running, results: [quarter], mayCancel: false })).toBe(
      "1 of 8 quarters. Q2 FY2013 is done. Ann asked for it, and alone may cancel it.",
    );
    expect(statusWords({ ...running, quarters: 1, results: [quarter] })).toContain("All quarters are done; putting them together.");
    expect(statusWords({ ...asked, status: "cancelled", results: [quarter] })).toBe(`Cancelled after 1 of 8 quarters. ${of}`);
    expect(statusWords({ ...asked, status: "done" })).toBe(`Done. ${of}`);
    expect(statusWords({ ...asked, status: "failed" })).toBe(of);
  });

  it("count who moves, and leave out groups of nobody", () => {
    expect(movementsWords({ ...none, promoted: 1, demoted: 3, held: 1, unchanged: 85 })).toBe("1 rises, 3 fall, 1 is held, 85 stay.");
    expect(movementsWords({ ...none, entered: 1200 })).toBe("1,200 enter.");
    expect(movementsWords(none)).toBe("There were no partners.");
  });

  it("compare with what was published", () => {
    const change = { matrix: [], promoted: 12, demoted: 3, unchanged: 85, unplaced: 0 };
    expect(againstWords({ run: 4, tiers: [], change })).toBe("Against run 4: 12 higher, 3 lower, 85 alike.");
    expect(againstWords({ run: 4, tiers: [], change: { ...change, unplaced: 2 } })).toBe(
      "Against run 4: 12 higher, 3 lower, 85 alike, 2 in a tier that is gone.",
    );
  });

  it("say what followed, with its sign, and nothing where too few can be compared", () => {
    expect(followedWords({ medianChange: 0.0424 })).toBe("+4.2%");
    expect(followedWords({ medianChange: -0.5 })).toBe("−50.0%");
    expect(followedWords({ medianChange: 0 })).toBe("±0%");
    expect(followedWords({ medianChange: null })).toBe("–");
    expect(followedWords(undefined)).toBe("–");
  });

  it("say how steady tiers are", () => {
    expect(stabilityWords({ partnerQuarters: 1000, changes: 70, share: 0.93 })).toBe(
      "70 changes of tier in 1,000 comparisons of a quarter with the one before.",
    );
    expect(stabilityWords({ partnerQuarters: 0, changes: 0, share: null })).toBe("One quarter alone says nothing of how steady tiers are.");
  });

  it("tell a partner's tiers one after the other, each change once", () => {
    const names = ["Bronze", "Silver", "Gold"].map((name) => ({ name }));
    expect(tierPathWords([null, 1, 1, 2, null, 2, 1], names)).toBe("Silver → Gold → Silver");
    expect(tierPathWords([null], names)).toBe("");
  });
});
