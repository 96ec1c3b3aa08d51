import { describe, expect, test } from "vitest";
import { placeWords, reperformVerdict } from "@/components/score/reperform-words";
import type { ReperformedRun } from "@/lib/contracts/reperformed-run";

const SAME: ReperformedRun = {
  ...{ run: 3, engineVersion: "2", partners: 701, stored: 701, inputs: true, decisions: true, evaluation: true },
  inputHash: { recorded: "i", found: "i" },
  resultHash: { recorded: "r", stored: "r", evaluated: "r" },
  ...{ differing: 0, differences: [], milliseconds: 940 },
};

test("what is the same is said to be, with the engine and the time", () => {
  expect(reperformVerdict(SAME)).toEqual({
    isSame: true,
    title: "Nothing was changed, and the rules give it again",
    text: "Engine 2 evaluated 701 partners again from the frozen inputs: every decision is the same, byte for byte. It took 0.9 seconds.",
  });
});

describe("what is not the same is said as what it is:", () => {
  test.each<[string, Partial<ReperformedRun>, string]>([
    [
      "a stored decision",
      { decisions: false, resultHash: { ...SAME.resultHash, stored: "x" }, differing: 1 },
      "The stored decisions are not those of then. Evaluated again, the inputs give the decisions of then. 1 decision differs.",
    ],
    [
      "a column",
      { decisions: false, differing: 2 },
      "What lists show is not what the stored decisions say. Evaluated again, the inputs give the decisions of then. 2 decisions differ.",
    ],
    [
      "an input",
      { inputs: false, evaluation: false, resultHash: { ...SAME.resultHash, evaluated: "x" }, differing: 4 },
      "The stored inputs are not those that were evaluated: somebody changed them, or the rules, in the database. Evaluated again, they give other decisions. 4 decisions differ.",
    ],
    [
      "an input that is none",
      { inputs: false, evaluation: false, resultHash: { ...SAME.resultHash, evaluated: null }, differing: null },
      "The stored inputs are not those that were evaluated: somebody changed them, or the rules, in the database. What is stored cannot be evaluated any more.",
    ],
    [
      "the engine",
      { evaluation: false, resultHash: { ...SAME.resultHash, evaluated: "x" }, differing: 701 },
      "Evaluated again, the same inputs give other decisions. 701 decisions differ.",
    ],
    [
      "a partner less",
      {
        ...{ stored: 700, inputs: false, decisions: false, evaluation: false, differing: 0 },
        resultHash: { recorded: "r", stored: "x", evaluated: "y" },
      },
      "Of 701 partners 700 are stored. The stored inputs are not those that were evaluated: somebody changed them, or the rules, in the database. The stored decisions are not those of then. Evaluated again, they give other decisions.",
    ],
  ])("%s", (_, change, text) => {
    expect(reperformVerdict({ ...SAME, ...change })).toEqual({
      ...{ isSame: false, title: "This run is not what was evaluated", text: `${text} It took 0.9 seconds.` },
    });
  });
});

test("a decision that differs as a whole has no path", () => {
  const difference = { partner: { code: "P", name: "P" }, stored: null, evaluated: "{}" };
  expect([placeWords({ ...difference, path: "" }), placeWords({ ...difference, path: "nodes.2.points" })]).toEqual([
    "the whole decision",
    "nodes.2.points",
  ]);
});
