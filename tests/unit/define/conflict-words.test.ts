import { expect, test } from "vitest";
import { conflictSentences } from "@/components/define/conflict-words";
import { mergePrograms } from "@/lib/domain/define/merge-programs";
import type { Program } from "@/lib/domain/define/program";
import { fullProgram, winRate, withChild, withNode, withoutNode } from "./full-program";

const full = fullProgram();
const withGoldAt = (place: number): Program => ({
  ...full,
  tiers: full.tiers.filter(({ key }) => key !== "gold").toSpliced(place, 0, ...full.tiers.filter(({ key }) => key === "gold")),
});

test.each<[string, Program, Program, string]>([
  [
    "a weight",
    withNode(full, "fit", { weight: 30 }),
    withNode(full, "fit", { weight: 40 }),
    "You: Weight of Fit: 20 → 30 (20% → 27.3% of the score). They: Weight of Fit: 20 → 40 (20% → 33.3% of the score). Yours is kept.",
  ],
  [
    "a criterion that one removed",
    withoutNode(full, "mix_points"),
    withNode(full, "mix_points", { name: "Mix" }),
    "You: The criterion Product mix in Performance is gone; it had 7.5% of the score. They: Product mix is now called Mix. Theirs is kept.",
  ],
  [
    "a group that one removed and the other filled",
    withoutNode(full, "fit"),
    withChild(full, "fit", winRate),
    "You: The group Fit in Score is gone; it had 20% of the score. They: It is still used. Theirs is kept.",
  ],
  ["the order of the tiers", withGoldAt(1), withGoldAt(3), "Both of you changed the order of tiers. Yours is kept."],
])("two people who contradict each other on %s are told what each did", (_what, mine, theirs, sentence) => {
  const { conflicts } = mergePrograms(full, mine, theirs);
  expect(conflictSentences(conflicts, { base: full, mine, theirs })).toEqual([sentence]);
});
