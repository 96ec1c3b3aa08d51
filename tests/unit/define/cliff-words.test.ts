import { describe, expect, it } from "vitest";
import {
  cliffReason,
  cliffsSentence,
  rangeWords,
  stepWords,
  triedWords,
  typicalWords,
  uncountedWords,
} from "../../../components/define/studio/cliff-words";
import type { Cliff } from "../../../lib/domain/optimize/cliffs";
import { toMinor } from "../../../lib/domain/shared/money";

const SALES = { tried: 40, crossing: 38, needed: { median: 5500, least: 1000, most: 120_000 }, stuck: 2, unknown: 0, step: 1000, furthest: 200_000 };
const CLIFF: Cliff = {
  ...{ lower: "Bronze", upper: "Silver", place: 1, cut: 50, below: 90, above: 10, typicalRevenue: 60_000 },
  jump: { value: toMinor(400_000), parts: [], uncounted: ["Training", "Lead routing"] },
  ...{ sales: SALES, share: 0.727, isCliff: true },
};

describe("the words of a cut", () => {
  it("say why it is a cliff", () => {
    expect(cliffsSentence([CLIFF])).toBe("Silver is worth 73% of the sales that it takes to get there.");
    expect(cliffsSentence([{ ...CLIFF, upper: "Gold", share: 0.25 }, CLIFF])).toBe(
      "Gold is worth 25% of the sales that it takes to get there, Silver 73%.",
    );
    expect(cliffReason()).toContain("Above 20%");
  });

  it("give the range of the sales, unless all need the same or nobody gets there", () => {
    expect(rangeWords(SALES, "USD")).toBe("$1.0K to $120.0K");
    expect(rangeWords({ ...SALES, needed: { median: 5, least: 5, most: 5 } }, "USD")).toBeNull();
    expect(rangeWords({ ...SALES, needed: null }, "USD")).toBeNull();
  });

  it("say of how many, and of whom it cannot be said", () => {
    expect(triedWords(SALES, 90)).toEqual(["40 of 90 looked at", "2 not by sales alone"]);
    expect(triedWords({ ...SALES, crossing: 40, stuck: 0 }, 40)).toEqual([]);
    expect(triedWords({ ...SALES, crossing: 0, stuck: 37, unknown: 3 }, 40)).toEqual(["37 not by sales alone", "3 cannot be said"]);
  });

  it("name the steps, the partner that it is valued for, and what has no value", () => {
    expect(stepWords(SALES, "USD")).toBe("Sales in steps of $1,000 a year, up to $200,000 more.");
    expect(typicalWords(CLIFF, "USD")).toBe("For a partner that sells $60,000 a year, the median of the 100 partners near this cut.");
    expect(typicalWords({ ...CLIFF, typicalRevenue: null }, "USD")).toContain("No revenue is known near this cut");
    expect(uncountedWords(CLIFF)).toBe("Not counted, though it differs: Training and Lead routing.");
    expect(uncountedWords({ ...CLIFF, jump: { ...CLIFF.jump, uncounted: [] } })).toBeNull();
  });
});
