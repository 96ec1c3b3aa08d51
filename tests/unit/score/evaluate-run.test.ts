import { describe, expect, it, test } from "vitest";
import { evaluateRun } from "../../../lib/domain/evaluate-run";
import type { Decision } from "../../../lib/domain/score/decision";
import { canonicalJson } from "../../../lib/domain/shared/canonical-json";
import { criterion, day, decisionOn, group, partner, program } from "./run-fixture";

const run = (partners: ReturnType<typeof partner>[], rules = program()) => evaluateRun({ program: rules, asOf: day("2013-11-30"), partners });

describe("a run", () => {
  it("ranks ties alike and skips the places they take; the unscored have no rank", () => {
    const rules = program({ score: criterion("a", { missing: { rule: "unscored" } }) });
    const decisions = run(
      [partner("p1", { a: 70 }), partner("p2", { a: 90 }), partner("p3", { a: 70.04 }), partner("p4"), partner("p5", { a: 10 })],
      rules,
    );
    expect(decisions.map(({ partner: code, score, rank }) => [code, score, rank])).toEqual([
      ["p1", 70, 2],
      ["p2", 90, 1],
      ["p3", 70, 2],
      ["p4", null, null],
      ["p5", 10, 4],
    ]);
  });

  it("lists decisions by partner code, code unit by code unit, whatever the order of the input", () => {
    const codes = ["b", "a10", "a2", "B", "ä", "a"];
    const decisions = run(codes.map((code) => partner(code, { a: 1 })));
    expect(decisions.map(({ partner: code }) => code)).toEqual(["B", "a", "a10", "a2", "b", "ä"]);
  });

  it("of nobody decides nothing", () => {
    expect(run([])).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1.1e15])("refuses the metric value %d, naming whose it is", (value) => {
    expect(() => run([partner("p1", { a: 1 }), partner("p2", { b: value })])).toThrow(
      new RangeError(`metric "b" of partner "p2" is ${value}; give a number from -1e15 to 1e15, or null for no data`),
    );
  });

  it("refuses a partner given twice", () => {
    expect(() => run([partner("p1"), partner("p2"), partner("p1")])).toThrow(
      new RangeError('partner "p1" occurs twice in the run\'s input; give each partner once'),
    );
  });

  it("leaves its input as it was", () => {
    const partners = [partner("p2", { a: 1 }), partner("p1", { a: 2 })];
    const before = canonicalJson(partners);
    canonicalJson(run(partners));
    expect(canonicalJson(partners)).toBe(before);
  });

  it("gives decisions that serialize as plain data, and have nothing to spread", () => {
    const [decision] = run([partner("p", { a: 60 })]);
    const fields = "confidence,decided,distanceToCut,metrics,movement,nodes,override,partner,previous,qualified,rank,score,state,tiers";
    const plain: Decision | undefined = decision?.toJSON();
    expect(
      Object.keys(plain ?? {})
        .sort()
        .join(),
    ).toBe(fields);
    for (const field of fields.split(",") as (keyof Decision)[]) expect(plain?.[field]).toEqual(decision?.[field]);
    expect(canonicalJson(JSON.parse(JSON.stringify(decision)))).toBe(canonicalJson(decision));
    expect(canonicalJson(plain)).toBe(canonicalJson(decision));
    expect(structuredClone(plain)).toEqual(plain);
    // @ts-expect-error a spread of a decision has no fields, in the compiler's eyes as at run time
    const spread: Decision = { ...decision };
    expect(spread).toEqual({});
  });
});

describe("the distance to the cut", () => {
  test.each([
    [52, 2],
    [78.5, 1.5],
    [81, 1],
    [0, 50],
    [65, 15],
  ])("of a score of %d is %d", (a, distance) => {
    expect(decisionOn(partner("p", { a }), program()).distanceToCut).toBe(distance);
  });

  it("of a partner held below its cut is what it lacks", () => {
    const previous = { tier: "gold", since: day("2013-05-31"), missedReviews: 0 };
    const rules = program({ movement: { ...program().movement, graceReviews: 1 } });
    expect(decisionOn(partner("p", { a: 77.3 }, { previous }), rules)).toMatchObject({ decided: "gold", distanceToCut: 2.7 });
  });

  it("looks at the lowest of several score requirements, and is unknown when neither tier has one", () => {
    const tiers = [
      { key: "low", name: "Low", requires: null },
      {
        key: "mid",
        name: "Mid",
        requires: {
          kind: "any" as const,
          of: [
            { kind: "score" as const, atLeast: 60 },
            { kind: "all" as const, of: [{ kind: "score" as const, atLeast: 40 }] },
          ],
        },
      },
      { key: "top", name: "Top", requires: { kind: "metric" as const, metric: "b", op: ">=" as const, value: 1 } },
      { key: "peak", name: "Peak", requires: { kind: "metric" as const, metric: "c", op: ">=" as const, value: 1 } },
    ];
    expect(decisionOn(partner("p", { a: 30 }), program({ tiers })).distanceToCut).toBe(10);
    expect(decisionOn(partner("p", { a: 30, c: 1 }), program({ tiers })).distanceToCut).toBeNull();
  });
});

describe("confidence", () => {
  const rules = program({ score: group("root", [criterion("a", { weight: 9 }), criterion("b", { weight: 1 })]) });
  const fresh = day("2013-11-30");

  test.each([
    [{ a: 1, b: 1 }, fresh, 0, { coverage: 1, ageDays: 0, unmatchedBps: 0, level: "high" }],
    [{ a: 1 }, day("2013-10-16"), 100, { coverage: 0.9, ageDays: 45, unmatchedBps: 100, level: "high" }],
    [{ a: 1 }, day("2013-10-15"), 0, { coverage: 0.9, ageDays: 46, unmatchedBps: 0, level: "medium" }],
    [{ a: 1 }, fresh, 101, { coverage: 0.9, ageDays: 0, unmatchedBps: 101, level: "medium" }],
    [{ a: 1 }, fresh, 501, { coverage: 0.9, ageDays: 0, unmatchedBps: 501, level: "low" }],
    [{ b: 1 }, fresh, 0, { coverage: 0.1, ageDays: 0, unmatchedBps: 0, level: "low" }],
    [{ a: 1, b: 1 }, null, 0, { coverage: 1, ageDays: null, unmatchedBps: 0, level: "low" }],
    [{ a: 1, b: 1 }, day("2013-12-24"), 0, { coverage: 1, ageDays: 0, unmatchedBps: 0, level: "high" }],
  ])("with %j, latest fact %s and %d bps unmatched is %j", (values, latestFactOn, unmatchedBps, confidence) => {
    expect(decisionOn(partner("p", values, { latestFactOn, unmatchedBps }), rules).confidence).toEqual(confidence);
  });
});
