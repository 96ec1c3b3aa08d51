import { expect, test } from "vitest";
import { compareProposals, type ProposedPart } from "../../../lib/domain/entitle/compare-proposals";
import { toMinor } from "../../../lib/domain/shared/money";

const part = (partner: string, tier: string, amount: number): ProposedPart => ({ partner, tier, amount: toMinor(amount) });

test("two proposals are set beside each other by tier, and by partner where they differ, the largest change first and ties by code", () => {
  const before = [part("A", "gold", 500), part("B", "silver", 200), part("C", "silver", 100), part("D", "gold", 50)];
  const after = [part("A", "gold", 400), part("B", "gold", 300), part("C", "silver", 100), part("E", "silver", 50)];
  expect(compareProposals(["gold", "silver", "registered"], before, after)).toEqual({
    tiers: [
      { tier: "gold", before: { partners: 2, amount: 550 }, after: { partners: 2, amount: 700 } },
      { tier: "silver", before: { partners: 2, amount: 300 }, after: { partners: 2, amount: 150 } },
      { tier: "registered", before: { partners: 0, amount: 0 }, after: { partners: 0, amount: 0 } },
    ],
    moves: [
      { partner: "A", tierBefore: "gold", tierAfter: "gold", before: 500, after: 400 },
      { partner: "B", tierBefore: "silver", tierAfter: "gold", before: 200, after: 300 },
      { partner: "D", tierBefore: "gold", tierAfter: null, before: 50, after: 0 },
      { partner: "E", tierBefore: null, tierAfter: "silver", before: 0, after: 50 },
    ],
  });
});
