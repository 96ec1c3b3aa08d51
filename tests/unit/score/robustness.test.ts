import { describe, expect, it } from "vitest";
import type { Program } from "../../../lib/domain/define/program";
import { completed, ENGINE_VERSION, ENGINES, performRun } from "../../../lib/domain/engines";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { PartnerInput } from "../../../lib/domain/run-input";
import { VARIATIONS } from "../../../lib/domain/score/robustness";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { criterion, day, group, partner, program } from "./run-fixture";

const rules = program({ score: group("all", [criterion("a"), criterion("b")]) });
const input = (partners: readonly PartnerInput[], rulesOfRun: Program = rules) => ({ program: rulesOfRun, asOf: day("2013-11-30"), partners });
const robustnessOf = (values: Readonly<Record<string, number>>, rulesOfRun: Program = rules) =>
  performRun(input([partner("p", values)], rulesOfRun))[0]?.robustness;

describe("robustness", () => {
  it("is whole for a partner whose criteria agree: no weight changes their mean", () => {
    expect(robustnessOf({ a: 60, b: 60 })).toEqual({ stays: VARIATIONS, variations: 1000, rankBest: 1, rankWorst: 1, verdict: "solid" });
  });

  it("of a partner whose mean lies on the cut is about one half", () => {
    // 100 and 0 give 50, the cut of silver: whichever weight is greater decides.
    const robustness = robustnessOf({ a: 100, b: 0 });
    expect(robustness?.stays).toBeGreaterThan(450);
    expect(robustness?.stays).toBeLessThan(550);
    expect(robustness?.verdict).toBe("borderline");
  });

  it("follows the program's spread and its limit", () => {
    // 100 and 4 give 52; a fifth of the weight moves the mean by up to 19.2, a hundredth by less than 1.
    const narrow = { ...rules, robustness: { spreadPercent: 1, solidFromPercent: 100 } };
    expect(robustnessOf({ a: 100, b: 4 }, narrow)).toMatchObject({ stays: 1000, verdict: "solid" });
    const wide = robustnessOf({ a: 100, b: 4 });
    expect(wide?.stays).toBeLessThan(900);
    expect(wide?.verdict).toBe("borderline");
    expect(robustnessOf({ a: 100, b: 4 }, { ...rules, robustness: { spreadPercent: 20, solidFromPercent: 50 } })?.verdict).toBe("solid");
  });

  it("finds the best and the worst rank of partners that overtake each other", () => {
    const ranks = performRun(input([partner("p", { a: 60, b: 40 }), partner("q", { a: 40, b: 60 }), partner("r", { a: 10, b: 10 })])).map(
      ({ robustness }) => [robustness?.rankBest, robustness?.rankWorst],
    );
    expect(ranks).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ]);
  });

  it("has no rank for a partner that is never scored", () => {
    const unscored = { ...rules, score: group("all", [criterion("a", { missing: { rule: "unscored" } }), criterion("b")]) };
    expect(robustnessOf({ b: 60 }, unscored)).toMatchObject({ stays: 1000, rankBest: null, rankWorst: null });
  });

  it("of a score without weights is whole, and nothing is tried", () => {
    const added = { ...rules, score: group("all", [criterion("a"), criterion("b")], { combine: "sum" as const }) };
    expect(robustnessOf({ a: 30, b: 20 }, added)).toMatchObject({ stays: 1000, rankBest: 1, rankWorst: 1, verdict: "solid" });
  });

  it("counts the tier decided: an override stays whatever the weights", () => {
    const override = { tier: "gold", reason: "r", owner: "o", expires: day("2014-01-01") };
    expect(performRun(input([partner("p", { a: 100, b: 0 }, { override })]))[0]?.robustness).toMatchObject({ stays: 1000, verdict: "solid" });
  });

  it("is the same every time", () => {
    const partners = [partner("p", { a: 100, b: 0 }), partner("q", { a: 55, b: 47 })];
    expect(canonicalJson(performRun(input(partners)))).toBe(canonicalJson(performRun(input([...partners].reverse()))));
  });
});

describe("the engines", () => {
  it("of the first version decide the same and say nothing of robustness", () => {
    const partners = [partner("p", { a: 100, b: 0 }), partner("q", { a: 55, b: 47 })];
    const evaluated = (version: string) => {
      const engine = ENGINES.get(version);
      return engine === undefined ? [] : completed(engine(input(partners)));
    };
    const first = evaluated("1");
    expect(canonicalJson(first)).toBe(canonicalJson(evaluateRun(input(partners))));
    const now = evaluated(ENGINE_VERSION);
    expect(canonicalJson(now.map((decision) => ({ ...JSON.parse(JSON.stringify(decision)), robustness: undefined })))).toBe(canonicalJson(first));
    expect(canonicalJson(now)).toContain("robustness");
  });
});
