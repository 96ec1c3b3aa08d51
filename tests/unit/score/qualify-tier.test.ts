import { describe, expect, it, test } from "vitest";
import type { Condition } from "../../../lib/domain/define/program";
import { decisionOn, partner, program } from "./run-fixture";

const metric = (key: string): Condition => ({ kind: "metric", metric: key, op: ">=", value: 1 });
const tiers = [
  { key: "low", name: "Low", requires: null },
  { key: "mid", name: "Mid", requires: metric("b") },
  { key: "top", name: "Top", requires: metric("c") },
];

describe("qualification", () => {
  test.each([
    ["highestMet", { b: 0, c: 1 }, "top"],
    ["ladder", { b: 0, c: 1 }, "low"],
    ["highestMet", { b: 1, c: 0 }, "mid"],
    ["ladder", { b: 1, c: 0 }, "mid"],
    ["ladder", { b: 1, c: 1 }, "top"],
    ["highestMet", { b: null, c: null }, "low"],
    ["ladder", { b: null, c: 1 }, "low"],
  ] as const)("%s with %j is %s", (qualification, values, tier) => {
    const decision = decisionOn(partner("p", values), program({ tiers, qualification }));
    expect([decision.qualified, decision.decided]).toEqual([tier, tier]);
  });

  it("checks every tier, whichever is reached", () => {
    const decision = decisionOn(partner("p", { b: 0 }), program({ tiers }));
    expect(decision.tiers.map(({ tier, verdict, check }) => [tier, verdict, check === null])).toEqual([
      ["low", "met", true],
      ["mid", "short", false],
      ["top", "no_data", false],
    ]);
  });

  it("leaves an unscored partner the tiers that do not ask for a score", () => {
    const score = program().score;
    const unscored = score.kind === "criterion" ? { ...score, missing: { rule: "unscored" } as const } : score;
    const decision = decisionOn(partner("p", { b: 1 }), program({ score: unscored, tiers }));
    expect([decision.score, decision.qualified]).toEqual([null, "mid"]);
  });
});
