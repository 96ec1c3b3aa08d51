import { describe, expect, it, test } from "vitest";
import type { Condition, Program } from "../../../../lib/domain/define/program";
import { criterion, day, group, metric, partner, program } from "../run-fixture";
import { AS_OF, adviceTo, changesIn, effort, pathsOf } from "./path-fixture";

const EASY_A = effort("a");
const asksFor = (requires: Condition): Partial<Program> => ({
  tiers: [
    { key: "bronze", name: "Bronze", requires: null },
    { key: "gold", name: "Gold", requires },
  ],
});
const atLeast = (key: string, value: number): Condition => ({ kind: "metric", metric: key, op: ">=", value });
/** The changes of every path, cheapest first. */
const changesOf = (rules: Partial<Program>, values: Record<string, number | null>) =>
  pathsOf(adviceTo(partner("p", values), program(rules))).map(changesIn);

describe("what a tier asks", () => {
  const three = [effort("a"), effort("b", { effort: 2 }), effort("c", { effort: 3 })];

  test.each<[string, Condition, string[][]]>([
    ["all", { kind: "all", of: [atLeast("a", 3), atLeast("b", 2)] }, [["a 0 → 3", "b 0 → 2"]]],
    ["any", { kind: "any", of: [atLeast("a", 9), atLeast("b", 4)] }, [["b 0 → 4"], ["a 0 → 9"]]],
    [
      "at least two of three",
      { kind: "atLeast", count: 2, of: [atLeast("a", 9), atLeast("b", 2), atLeast("c", 2)] },
      [
        ["b 0 → 2", "c 0 → 2"],
        ["a 0 → 9", "b 0 → 2"],
        ["a 0 → 9", "c 0 → 2"],
      ],
    ],
    ["not", { kind: "not", condition: { kind: "metric", metric: "b", op: "<", value: 3 } }, [["b 0 → 3"]]],
    ["more than", { kind: "metric", metric: "b", op: ">", value: 3 }, [["b 0 → 4"]]],
    ["exactly", { kind: "metric", metric: "b", op: "=", value: 3 }, [["b 0 → 3"]]],
    [
      "an attribute that the partner has, or a metric",
      {
        kind: "any",
        of: [atLeast("c", 1), { kind: "all", of: [{ kind: "attribute", attribute: "type", op: "in", values: ["dealer"] }, atLeast("a", 1)] }],
      },
      [["c 0 → 1"]],
    ],
    ["every criterion of a part", { kind: "leavesAbove", node: "both", above: 2 }, [["a 0 → 3", "d 0 → 3"]]],
  ])("%s", (_, requires, expected) => {
    const score = group("both", [criterion("a"), criterion("d")]);
    expect(changesOf({ score, ...asksFor(requires), effort: [...three, effort("d")] }, { a: 0, b: 0, c: 0, d: 0 })).toEqual(expected);
  });

  it("is nothing that lacks data: a metric without it does not help under a not", () => {
    const requires: Condition = { kind: "not", condition: { kind: "metric", metric: "b", op: "<", value: 0 } };
    expect(adviceTo(partner("p", { a: 0 }), program({ ...asksFor(requires), effort: [EASY_A] })).kind).toBe("out_of_reach");
    expect(changesOf({ ...asksFor(requires), effort: [effort("b", { withoutData: 0 })] }, {})).toEqual([["b null → 1"]]);
  });

  it("may be that a score is not too high: of all scores that cost the same the lower one is remembered", () => {
    const requires: Condition = {
      kind: "all",
      of: [
        { kind: "score", atLeast: 4 },
        { kind: "not", condition: { kind: "score", atLeast: 6 } },
        { kind: "not", condition: { kind: "node", node: "a", atLeast: 5 } },
      ],
    };
    // One step of b brings 10 points and one of a 2: the score may be 4 or 5, and no step of b alone stops there.
    const score = group("sum", [criterion("a"), criterion("b")], { combine: "sum" });
    const efforts = [effort("a", { step: 2 }), effort("b", { step: 10, effort: 0.5 })];
    expect(changesOf({ score, ...asksFor(requires), effort: efforts }, { a: 0, b: 0 })).toEqual([["a 0 → 4"]]);
  });

  it("on a ladder is what the tiers below it ask too", () => {
    const tiers = [
      { key: "bronze", name: "Bronze", requires: null },
      { key: "silver", name: "Silver", requires: atLeast("b", 2) },
      { key: "gold", name: "Gold", requires: atLeast("a", 2) },
    ];
    const rules = (qualification: Program["qualification"]) => program({ qualification, tiers, effort: [EASY_A, effort("b")] });
    const goldOf = (qualification: Program["qualification"]) =>
      pathsOf(adviceTo(partner("p", { a: 0, b: 0 }), rules(qualification), { tier: "gold" })).map(changesIn);
    expect(goldOf("ladder")).toEqual([["a 0 → 2", "b 0 → 2"]]);
    expect(goldOf("highestMet")).toEqual([["a 0 → 2"]]);
  });

  it("of tiers that stand alone may be less for a higher one, which counts as well", () => {
    const tiers = [
      { key: "bronze", name: "Bronze", requires: null },
      { key: "silver", name: "Silver", requires: atLeast("a", 9) },
      { key: "gold", name: "Gold", requires: atLeast("b", 2) },
    ];
    const advice = adviceTo(partner("p", { a: 0, b: 0 }), program({ tiers, effort: [EASY_A, effort("b")] }));
    expect(advice).toMatchObject({
      kind: "paths",
      tier: "silver",
      paths: [
        { qualifies: "gold", effort: 2 },
        { qualifies: "silver", effort: 9 },
      ],
    });
  });
});

describe("the score", () => {
  const silver = (score: Program["score"], efforts: Program["effort"], overrides: Partial<Program> = {}) => ({
    score,
    effort: efforts,
    ...overrides,
  });

  it("rises by the cheapest mix of its criteria, decided on the rounded score", () => {
    const score = group("s", [criterion("a", { weight: 3 }), criterion("b", { weight: 1 })]);
    // 49.95 is 50.0: a is three times as much for the same effort, and the last step is one of b.
    const [best] = pathsOf(
      adviceTo(partner("p", { a: 40, b: 40 }), program(silver(score, [effort("a", { step: 4 }), effort("b", { step: 3.8, effort: 0.9 })]))),
    );
    expect(best).toMatchObject({ effort: 3.9, score: 50 });
  });

  it("stops at the edge of a step, not before it", () => {
    const score = criterion("a", { curve: { kind: "steps", below: 0, steps: [{ from: 3, points: 50 }] } });
    expect(changesOf(silver(score, [EASY_A]), { a: 0 })).toEqual([["a 0 → 3"]]);
  });

  it("of a sum stops at its cap, and another part has to bring the rest", () => {
    const capped = group("capped", [criterion("a"), criterion("b")], { combine: "sum", cap: 30 });
    const score = group("s", [capped, criterion("c")], { combine: "sum" });
    const efforts = [effort("a", { step: 10 }), effort("b", { step: 10 }), effort("c", { step: 10, effort: 5 })];
    expect(changesOf(silver(score, efforts), { a: 20, b: 0, c: 0 })).toEqual([
      ["b 0 → 10", "c 0 → 20"],
      ["a 20 → 30", "c 0 → 20"],
    ]);
  });

  test.each<["min" | "max", string[][]]>([
    ["min", [["a 30 → 50", "b 40 → 50"]]],
    ["max", [["b 40 → 50"], ["a 30 → 50"]]],
  ])("of a %s", (combine, expected) => {
    const score = group("s", [criterion("a"), criterion("b")], { combine });
    expect(changesOf(silver(score, [effort("a", { step: 10 }), effort("b", { step: 10 })]), { a: 30, b: 40 })).toEqual(expected);
  });

  it("of a product asks for the zero first", () => {
    const score = group("s", [criterion("a"), criterion("b")], { combine: "geometric" });
    expect(changesOf(silver(score, [effort("a", { step: 25 }), effort("b", { step: 25, effort: 9 })]), { a: 0, b: 100 })).toEqual([["a 0 → 25"]]);
  });

  it("may fall when data arrives that is shared no more: then none is advised", () => {
    const score = group("s", [criterion("a"), criterion("b", { missing: { rule: "reweight" } })]);
    const efforts = [effort("a", { step: 10 }), effort("b", { step: 10, effort: 0.1, withoutData: 0 })];
    // With b's first 10 points the mean of 40 and 10 would be 25; it would take 60 of them to help.
    expect(changesOf(silver(score, efforts), { a: 40 })).toEqual([["b null → 60"], ["a 40 → 50"]]);
    expect(changesOf(silver(score, [efforts[0] ?? EASY_A, effort("b", { step: 1, withoutData: 0 })]), { a: 40 })).toEqual([["a 40 → 50"]]);
  });

  it("that a partner does not have begins with the data it lacks", () => {
    const score = group("s", [criterion("a"), criterion("b", { missing: { rule: "unscored" } })]);
    expect(changesOf(silver(score, [effort("b", { step: 20, withoutData: 0 })]), { a: 80 })).toEqual([["b null → 20"]]);
  });

  it("of a metric in two places moves in both", () => {
    const score = group("s", [criterion("a"), group("g", [criterion("a", { key: "again" }), criterion("b")])]);
    // 0.5 a + 0.25 a + 0.25 b
    expect(changesOf(silver(score, [effort("a", { step: 10 }), effort("b", { step: 10 })]), { a: 40, b: 40 })).toEqual([
      ["a 40 → 60"],
      ["b 40 → 80"],
    ]);
  });
});

describe("a gate", () => {
  const gated = (requires: Condition) => group("s", [group("step2", [criterion("b")], { gate: { requires } }), criterion("c")], { combine: "sum" });

  it("that is closed is opened where that is the cheapest", () => {
    const rules = { score: gated(atLeast("a", 2)), effort: [EASY_A, effort("c", { step: 10 })] };
    expect(changesOf(rules, { a: 0, b: 40, c: 10 })).toEqual([["a 0 → 2"], ["c 10 → 50"]]);
  });

  it("that looks at another part opens with it", () => {
    const rules = { score: gated({ kind: "node", node: "c", atLeast: 20 }), effort: [effort("c", { step: 10 })] };
    expect(pathsOf(adviceTo(partner("p", { b: 30, c: 0 }), program(rules)))[0]).toMatchObject({ steps: [{ metric: "c", to: 20 }], score: 50 });
  });

  it("that would close is not lost", () => {
    const rules = {
      score: gated({ kind: "metric", metric: "c", op: "<", value: 20 }),
      effort: [effort("c", { step: 10 }), effort("b", { step: 10, effort: 2 })],
    };
    expect(changesOf(rules, { b: 30, c: 10 })).toEqual([["b 30 → 40"], ["c 10 → 50"]]);
  });

  it("may close for good where the gated part keeps a partner from being scored", () => {
    const silent = group(
      "s",
      [
        group("g", [criterion("b", { missing: { rule: "unscored" } })], { gate: { requires: { kind: "metric", metric: "a", op: "<", value: 3 } } }),
        criterion("c"),
      ],
      {
        combine: "sum",
      },
    );
    expect(changesOf({ score: silent, effort: [EASY_A] }, { a: 0, c: 50 })).toEqual([["a 0 → 3"]]);
  });
});

describe("metrics that follow from others", () => {
  const window = { kind: "trailingMonths", months: 12 } as const;
  const sales = metric("a", { unit: "money", source: { kind: "posRevenue", window } });

  it("move along: growth against the same sales before", () => {
    const rules = {
      metrics: [sales, metric("b", { unit: "percent", source: { kind: "posGrowth", window } })],
      ...asksFor(atLeast("b", 20)),
      effort: [effort("a", { step: 10 }), effort("b")],
    };
    // 100 after 125 is -20 %; 150 is 20 % more than 125.
    const [best] = pathsOf(adviceTo(partner("p", { a: 100, b: -20 }), program(rules)));
    expect(best).toMatchObject({ steps: [{ metric: "a", from: 100, to: 150, steps: 5 }], follows: [{ metric: "b", from: -20, to: 20 }] });
  });

  it("move along: revenue by the week, of the days that the window has", () => {
    const rules = {
      metrics: [sales, metric("b", { unit: "money", source: { kind: "posVelocity", of: "revenue", window } })],
      ...asksFor(atLeast("b", 4)),
      effort: [effort("a", { step: 73 })],
    };
    // 365 days: 219 x 7 / 365 = 4.2
    expect(pathsOf(adviceTo(partner("p", { a: 73, b: 1.4 }), program(rules)))[0]).toMatchObject({
      steps: [{ to: 219 }],
      follows: [{ metric: "b", to: 4.2 }],
    });
  });

  it("move along: a ratio with both of its parts", () => {
    const rules = {
      metrics: [
        metric("a"),
        metric("b", { betterWhen: "lower" }),
        metric("c", { source: { kind: "ratio", numerator: "a", denominator: "b", times: 2 } }),
      ],
      ...asksFor(atLeast("c", 10)),
      effort: [effort("a", { effort: 0.5 }), effort("b", { effort: 1.5 })],
    };
    // 2 x a / b: 10 / 2 takes two steps of each.
    const [best, other] = pathsOf(adviceTo(partner("p", { a: 8, b: 4, c: 4 }), program(rules)));
    expect(best).toMatchObject({
      steps: [
        { metric: "a", to: 10 },
        { metric: "b", to: 2 },
      ],
      follows: [{ metric: "c", from: 4, to: 10 }],
      effort: 4,
    });
    expect(other).toMatchObject({ steps: [{ metric: "b", to: 1 }], follows: [{ metric: "c", to: 16 }], effort: 3 * 1.5 });
  });

  it("stay where what they follow from does not tell them", () => {
    const rules = {
      metrics: [sales, metric("b", { unit: "percent", source: { kind: "posGrowth", window } })],
      score: group("s", [criterion("a"), criterion("b", { missing: { rule: "reweight" } })]),
      effort: [effort("a", { step: 10 })],
    };
    expect(pathsOf(adviceTo(partner("p", { a: 40, b: null }), program(rules)))[0]).toMatchObject({ steps: [{ to: 50 }], follows: [] });
  });
});

describe("an effort", () => {
  it("goes down where lower is better, and no further than its limit", () => {
    const metrics = [metric("a", { betterWhen: "lower" })];
    const score = criterion("a", { curve: { kind: "linear", zeroAt: 10, fullAt: 0 } });
    expect(changesOf({ metrics, score, effort: [effort("a", { limit: 5 })] }, { a: 8 })).toEqual([["a 8 → 5"]]);
    expect(adviceTo(partner("p", { a: 8 }), program({ metrics, score, effort: [effort("a", { limit: 5.5 })] })).kind).toBe("out_of_reach");
  });

  it("has no noise of binary fractions in its values", () => {
    expect(changesOf({ effort: [effort("a", { step: 0.1 })] }, { a: 49.1 })).toEqual([["a 49.1 → 50"]]);
  });

  it("takes what its steps take, and is in time when all that is worked on side by side is", () => {
    const tiers = asksFor({ kind: "any", of: [{ kind: "all", of: [atLeast("a", 2), atLeast("b", 1)] }, atLeast("c", 1)] });
    const rules = program({
      ...tiers,
      effort: [
        effort("a", { effort: 1.1, leadDays: { first: 20, each: 40 } }),
        effort("b", { effort: 2.2, leadDays: { first: 61, each: 0 } }),
        effort("c", { effort: 9, leadDays: { first: 10, each: 0 } }),
      ],
    });
    const advice = adviceTo(partner("p", { a: 0, b: 0, c: 0 }), rules, { by: day("2013-12-31") });
    expect(advice).toMatchObject({
      kind: "paths",
      by: "2013-12-31",
      paths: [
        {
          effort: 4.4,
          leadDays: 61,
          countsOn: "2014-01-30",
          steps: [
            { steps: 2, effort: 2.2, leadDays: 60 },
            { steps: 1, effort: 2.2, leadDays: 61 },
          ],
        },
        { effort: 9, leadDays: 10, countsOn: "2013-12-10" },
      ],
      inTime: { effort: 9, steps: [{ metric: "c" }] },
      later: null,
    });
    expect(adviceTo(partner("p", { a: 0, b: 0, c: 0 }), rules, { by: day("2014-01-30") })).toMatchObject({ inTime: { effort: 4.4 } });
    expect(adviceTo(partner("p", { a: 0, b: 0, c: 0 }), rules, { by: day("2013-12-09") })).toMatchObject({
      ...{ kind: "paths", inTime: null },
      later: { review: "2013-12-31", path: { effort: 9 } },
    });
  });

  it("of other ways with the same total is shown beside it, the quicker one first", () => {
    const slow = effort("a", { leadDays: { first: 90, each: 0 } });
    const rules = program({ ...asksFor({ kind: "any", of: [atLeast("a", 1), atLeast("b", 1)] }), effort: [slow, effort("b")] });
    expect(pathsOf(adviceTo(partner("p", { a: 0, b: 0 }), rules)).map((path) => [path.effort, path.leadDays])).toEqual([
      [1, 0],
      [1, 90],
    ]);
  });

  it("is unchanged where nothing can be done about a metric without data", () => {
    expect(adviceTo(partner("p"), program({ effort: [EASY_A] }))).toMatchObject({ kind: "out_of_reach" });
    expect(changesOf({ effort: [effort("a", { step: 10, withoutData: 20 })] }, {})).toEqual([["a null → 50"]]);
  });
});

it("counts from the day of the run", () => {
  const [path] = pathsOf(adviceTo(partner("p", { a: 49 }), program({ effort: [EASY_A] })));
  expect(path).toMatchObject({ leadDays: 0, countsOn: AS_OF });
});
